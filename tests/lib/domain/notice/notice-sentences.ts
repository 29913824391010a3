import { paraphrases } from './notice-paraphrases';

/** Sentences per language that make the statement, and neighbours that do not. */
export type Sentences = { said: string[]; other: string[] };

/** The eighteen languages of which Microsoft's documentation shows the notice. The first lines of each are those wordings. */
export const documented: Record<string, Sentences> = {
  'en-US': {
    said: [
      'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.',
      'Contact your partner to confirm that you accept the Microsoft Customer Agreement',
      'To confirm your acceptance of the Microsoft Customer Agreement, please contact your partner.',
      'Please get in touch with your Microsoft partner in order to confirm acceptance of the Customer Agreement by Microsoft.',
      'You need to reach out to your Cloud Solution Provider partner, who must confirm your acceptance of the Microsoft Customer Agreement (MCA).',
      'Contact your reseller to confirm your acceptance of the MCA.',
      'Please speak with your partner and verify that you have accepted the Microsoft Customer Agreement!',
      'Screenshot of the page prompting you to reach out to your partner to confirm acceptance of the Microsoft Customer Agreement.',
      'Your acceptance of the Microsoft Customer Agreement has to be confirmed: please contact your partner.',
    ],
    other: [
      'Your partner has confirmed your acceptance of the Microsoft Customer Agreement.',
      'You accepted the Microsoft Customer Agreement on May 14, 2020.',
      'Review and accept the Microsoft Customer Agreement.',
      'Contact your partner about your bill.',
      'Please reach out to your partner to confirm your acceptance of the Microsoft Partner Agreement.',
      'Please reach out to your partner to confirm your acceptance of the Microsoft Cloud Agreement.',
      'By accepting the Microsoft Customer Agreement you authorise the partner as your reseller.',
      'Your partner will contact you to confirm your acceptance of the Microsoft Customer Agreement.',
      'We contacted your partner, who confirmed that you accepted the Microsoft Customer Agreement.',
      'Confirm customer acceptance of the Microsoft Customer Agreement in Partner Center.',
      'You accepted the Microsoft Customer Agreement. Contact your partner with questions about your bill.',
      'If you have questions about accepting the Microsoft Customer Agreement, contact your partner.',
      'You do not need to contact your partner to confirm your purchase, the Microsoft Customer Agreement is enough.',
      'We will contact your partner once you accept the Microsoft Customer Agreement.',
    ],
  },
  'cs-CZ': {
    said: [
      'kontaktujte svého partnera a potvrďte přijetí smlouvy o zákaznících Microsoftu.',
      'Snímek obrazovky s výzvou, abyste se mohli obrátit na svého partnera a potvrdit přijetí smlouvy o zákaznících Microsoftu.',
      'Obraťte se na svého partnera a potvrďte souhlas se zákaznickou smlouvou Microsoftu',
      'Chcete-li potvrdit přijetí Smlouvy se zákazníkem Microsoftu, kontaktujte prosím svého partnera.',
      'Kontaktujte prosím partnera, aby potvrdil váš souhlas se Smlouvou se zákazníkem společnosti Microsoft.',
      'Spojte se se svým partnerem a potvrďte, že přijímáte Zákaznickou smlouvu Microsoft.',
      'Pro potvrzení přijetí smlouvy Microsoft Customer Agreement se obraťte na svého partnera.',
      'Požádejte svého partnera, aby potvrdil vaše přijetí Smlouvy se zákazníkem Microsoftu.',
      'Oslovte svého partnera a potvrďte přijetí zákaznické smlouvy společnosti Microsoft.',
    ],
    other: [
      'Váš partner potvrdil vaše přijetí smlouvy se zákazníkem Microsoftu.',
      'Smlouvu se zákazníkem Microsoftu jste přijali 14. května 2020.',
      'Zkontrolujte a přijměte smlouvu se zákazníkem Microsoftu.',
      'Kontaktujte svého partnera ohledně vyúčtování.',
      'Kontaktujte svého partnera a potvrďte přijetí partnerské smlouvy Microsoftu.',
      'Kontaktujte svého partnera a potvrďte přijetí smlouvy Microsoft Cloud.',
      'Přijetím smlouvy se zákazníkem Microsoftu opravňujete partnera jako prodejce.',
    ],
  },
  'de-DE': {
    said: [
      'Wenn dieser Kunde auf die URL klickt, erhält er die Mitteilung, dass er sich an seinen Partner wenden soll, um die Zustimmung zur Microsoft-Kundenvereinbarung zu bestätigen.',
      'Wenden Sie sich an Ihren Partner, um Ihre Zustimmung zur Microsoft-Kundenvereinbarung zu bestätigen.',
      'Bitte kontaktieren Sie Ihren Partner, um zu bestätigen, dass Sie die Microsoft-Kunden Vereinbarung akzeptieren',
      'Um Ihre Annahme des Microsoft-Kundenvertrags zu bestätigen, wenden Sie sich bitte an Ihren Partner.',
      'Setzen Sie sich mit Ihrem Partner in Verbindung und bestätigen Sie die Microsoft-Kundenvereinbarung.',
      'Bitte nehmen Sie Kontakt mit Ihrem Microsoft-Partner auf, damit er Ihre Zustimmung zur Kundenvereinbarung von Microsoft bestätigt.',
      'Wende dich an deinen Partner, um zu bestätigen, dass du der Microsoft-Kundenvereinbarung zugestimmt hast.',
      'Bitten Sie Ihren Partner, Ihre Zustimmung zum Microsoft-Kundenvertrag zu bestätigen.',
    ],
    other: [
      'Ihr Partner hat Ihre Zustimmung zur Microsoft-Kundenvereinbarung bestätigt.',
      'Sie haben der Microsoft-Kundenvereinbarung am 14. Mai 2020 zugestimmt.',
      'Prüfen und akzeptieren Sie die Microsoft-Kundenvereinbarung.',
      'Wenden Sie sich bei Fragen zu Ihrer Rechnung an Ihren Partner.',
      'Wenden Sie sich an Ihren Partner, um die Zustimmung zum Microsoft Partner-Vertrag zu bestätigen.',
      'Wenden Sie sich an Ihren Partner, um Ihre Zustimmung zum Microsoft Cloud-Vertrag zu bestätigen.',
      'Mit der Zustimmung zur Microsoft-Kundenvereinbarung autorisieren Sie den Partner als Handelspartner.',
      'Ihr Partner wird sich mit Ihnen in Verbindung setzen, um Ihre Zustimmung zur Microsoft-Kundenvereinbarung zu bestätigen.',
      'Ihr Partner wird Sie kontaktieren, um Ihre Zustimmung zur Microsoft-Kundenvereinbarung zu bestätigen.',
    ],
  },
  'es-ES': {
    said: [
      'Póngase en contacto con su partner para confirmar que acepta el Contrato de cliente de Microsoft',
      'Comuníquese con su asociado para confirmar la aceptación del Contrato de cliente de Microsoft.',
      'Contacte a su partner para confirmar su aceptación del Acuerdo de cliente de Microsoft',
      'Para confirmar que acepta el Contrato de Cliente de Microsoft, póngase en contacto con su socio.',
      'Debe ponerse en contacto con su asociado y confirmar su aceptación del Contrato de Microsoft con el cliente.',
      'Por favor, diríjase a su partner para confirmar que ha aceptado el Microsoft Customer Agreement.',
      'Pida a su socio que confirme su aceptación del Contrato de cliente de Microsoft.',
    ],
    other: [
      'Su partner ha confirmado que acepta el Contrato de cliente de Microsoft.',
      'Ha aceptado el Contrato de cliente de Microsoft el 14 de mayo de 2020.',
      'Revise y acepte el Contrato de cliente de Microsoft.',
      'Póngase en contacto con su partner en relación con su factura.',
      'Póngase en contacto con su partner para confirmar que acepta el Contrato de Partner de Microsoft.',
      'Póngase en contacto con su partner para confirmar que acepta el Contrato de Microsoft Cloud.',
      'Al aceptar el Contrato de cliente de Microsoft, autoriza al partner como revendedor.',
      'Su partner se pondrá en contacto con usted para confirmar su aceptación del Contrato de cliente de Microsoft.',
      'Su socio se pondrá en contacto con usted para confirmar la aceptación del Contrato de cliente de Microsoft.',
    ],
  },
  'fr-FR': {
    said: [
      'Contactez votre partenaire pour confirmer votre acceptation du Contrat client Microsoft',
      'Veuillez contacter votre partenaire afin de confirmer que vous acceptez le Contrat client Microsoft (CCM).',
      'Pour confirmer votre acceptation du Contrat Client Microsoft, veuillez vous adresser à votre partenaire.',
      'Prenez contact avec votre partenaire pour confirmer l’acceptation de l’Accord client de Microsoft',
      'Rapprochez-vous de votre partenaire pour confirmer que vous avez accepté le contrat client de Microsoft.',
      'Merci de contacter votre partenaire Microsoft pour la confirmation de votre acceptation du Microsoft Customer Agreement.',
      'Merci de joindre votre partenaire pour confirmer votre acceptation de l’Accord client Microsoft.',
      'Demandez à votre partenaire de confirmer votre acceptation du contrat client Microsoft.',
    ],
    other: [
      'Votre partenaire a confirmé votre acceptation du Contrat client Microsoft.',
      'Vous avez accepté le Contrat client Microsoft le 14 mai 2020.',
      'Lisez et acceptez le Contrat client Microsoft.',
      'Contactez votre partenaire au sujet de votre facture.',
      'Contactez votre partenaire pour confirmer votre acceptation du Contrat Partenaire Microsoft.',
      'Contactez votre partenaire pour confirmer votre acceptation du contrat Microsoft Cloud.',
      'En acceptant le Contrat client Microsoft, vous autorisez le partenaire à agir en tant que revendeur.',
      'Votre partenaire vous contactera pour confirmer votre acceptation du Contrat client Microsoft.',
    ],
  },
  'hu-HU': {
    said: [
      'Kérjük, forduljon a partneréhez, hogy erősítse meg a Microsoft-ügyfél szerződését.',
      'Kérjük, forduljon a partneréhez, hogy erősítse meg az ügyfél Microsoft Ügyfélszerződés.',
      'Forduljon partneréhez a Microsoft-ügyfélszerződés elfogadásának megerősítéséhez',
      'A Microsoft ügyfélszerződés elfogadásának megerősítéséhez lépjen kapcsolatba a partnerével.',
      'Vegye fel a kapcsolatot partnerével, és erősítse meg, hogy elfogadja a Microsoft Customer szerződést.',
      'Kérjük, keresse fel partnerét, hogy megerősítse a Microsoft-ügyfélszerződés elfogadását.',
      'Kérje meg partnerét, hogy erősítse meg a Microsoft-ügyfélszerződés elfogadását.',
    ],
    other: [
      'A partnere megerősítette, hogy Ön elfogadta a Microsoft-ügyfélszerződést.',
      'Ön 2020. május 14-én elfogadta a Microsoft-ügyfélszerződést.',
      'Tekintse át és fogadja el a Microsoft-ügyfélszerződést.',
      'A számlájával kapcsolatban forduljon a partneréhez.',
      'Forduljon a partneréhez, hogy erősítse meg a Microsoft partnerszerződés elfogadását.',
      'Forduljon a partneréhez, hogy erősítse meg a Microsoft felhőszerződés elfogadását.',
      'A Microsoft-ügyfélszerződés elfogadásával felhatalmazza a partnert viszonteladóként.',
      'Ha kérdése van a Microsoft-ügyfélszerződéssel kapcsolatban, forduljon partneréhez.',
    ],
  },
  'it-IT': {
    said: [
      "Quando il cliente seleziona l'URL, riceve un messaggio che indica di rivolgersi al partner per confermare l'accettazione del Contratto del cliente Microsoft.",
      "Contatta il tuo partner per confermare l'accettazione del Contratto per i clienti Microsoft",
      'Per confermare di aver accettato il Contratto del cliente Microsoft, rivolgersi al proprio partner.',
      'Contattare il partner per confermare l’accettazione del contratto cliente Microsoft.',
      'Mettiti in contatto con il tuo partner e rivolgiti al partner per confermare che accetti il Microsoft Customer Agreement.',
      "Si prega di contattare il proprio partner per la conferma dell'accettazione del Contratto Microsoft con il cliente.",
      'Chiedi al tuo partner di confermare l’accettazione del Contratto cliente Microsoft.',
    ],
    other: [
      "Il partner ha confermato l'accettazione del Contratto del cliente Microsoft.",
      'Il Contratto del cliente Microsoft è stato accettato il 14 maggio 2020.',
      'Esaminare e accettare il Contratto del cliente Microsoft.',
      'Rivolgersi al partner per informazioni sulla fattura.',
      "Rivolgersi al partner per confermare l'accettazione del Contratto Microsoft Partner.",
      "Rivolgersi al partner per confermare l'accettazione del Contratto Microsoft Cloud.",
      'Accettando il Contratto del cliente Microsoft si autorizza il partner come rivenditore.',
      "Il partner La contatterà per confermare l'accettazione del Contratto del cliente Microsoft.",
      'Contatta il tuo partner in caso di domande sul Contratto cliente Microsoft.',
    ],
  },
  'ja-JP': {
    said: [
      'Microsoft 顧客契約に同意したことを確認するために、パートナーに連絡してください',
      'Microsoft 顧客契約への同意を確認するためにパートナーに連絡するよう求められています。',
      'パートナーに連絡して、Microsoft 顧客契約に同意することを確認してください。',
      'Microsoft カスタマーアグリーメントへの同意を確認するには、パートナーにお問い合わせください。',
      'Microsoft 顧客契約に同意するには、パートナーまで連絡し、パートナーへ連絡してください。',
      'マイクロソフト顧客契約の承諾を確認するため、担当のパートナー様にご連絡ください。',
      'パートナーに問い合わせて Microsoft Customer Agreement への同意を確認してください。',
    ],
    other: [
      'パートナーは、お客様が Microsoft 顧客契約に同意したことを確認しました。',
      'お客様は 2020 年 5 月 14 日に Microsoft 顧客契約に同意しました。',
      'Microsoft 顧客契約を確認して同意してください。',
      '請求については、パートナーに連絡してください。',
      'Microsoft パートナー契約に同意したことを確認するために、パートナーに連絡してください。',
      'Microsoft クラウド契約に同意したことを確認するために、パートナーに連絡してください。',
      'Microsoft 顧客契約に同意すると、パートナーをリセラーとして承認したことになります。',
    ],
  },
  'ko-KR': {
    said: [
      '파트너에게 연락하여 Microsoft 고객 계약에 동의했는지 확인하세요.',
      'Microsoft 고객 계약에 대한 동의를 확인하려면 파트너에게 문의하세요.',
      'Microsoft 고객 계약에 동의함을 확인하려면 파트너에게 문의하십시오',
      '파트너에 연락해서 Microsoft 고객 계약의 수락을 확인해 주세요.',
      '파트너와 연락하여 마이크로소프트 고객 계약에 동의하는지 확인해야 합니다.',
      '파트너에게 문의하여 Microsoft Customer Agreement 동의를 확인하세요.',
    ],
    other: [
      '파트너가 귀하의 Microsoft 고객 계약 동의를 확인했습니다.',
      '2020년 5월 14일에 Microsoft 고객 계약에 동의했습니다.',
      'Microsoft 고객 계약을 검토하고 동의하세요.',
      '청구서에 관해서는 파트너에게 문의하세요.',
      '파트너에게 연락하여 Microsoft 파트너 계약에 동의했는지 확인하세요.',
      '파트너에게 연락하여 Microsoft 클라우드 계약에 동의했는지 확인하세요.',
      'Microsoft 고객 계약에 동의하면 파트너를 재판매인으로 승인하게 됩니다.',
    ],
  },
  'nl-NL': {
    said: [
      'Neem contact op met uw partner om te bevestigen dat u de micro soft-klant overeenkomst accepteert.',
      "Neem contact op met uw partner om te bevestigen dat u de Microsoft-klantovereenkomst.'",
      'Schermopname waarin u wordt gevraagd contact op te nemen met uw partner om de acceptatie van de Microsoft-klantovereenkomst.',
      'Neem contact op met je partner om te bevestigen dat je akkoord gaat met de Microsoft-klantovereenkomst',
      'Als u uw acceptatie van de Microsoft-klantovereenkomst wilt bevestigen, neemt u contact op met uw partner.',
      'Wend u tot uw partner om uw instemming met de Klantovereenkomst van Microsoft te bevestigen.',
      'Neem met uw partner contact op voor de bevestiging dat u de Microsoft Customer Agreement aanvaardt.',
      'Vraag uw partner om uw akkoord met de Microsoft-klantovereenkomst te bevestigen.',
    ],
    other: [
      'Uw partner heeft bevestigd dat u de Microsoft-klantovereenkomst hebt geaccepteerd.',
      'U hebt de Microsoft-klantovereenkomst geaccepteerd op 14 mei 2020.',
      'Bekijk en accepteer de Microsoft-klantovereenkomst.',
      'Neem contact op met uw partner over uw factuur.',
      'Neem contact op met uw partner om te bevestigen dat u de Microsoft Partner-overeenkomst accepteert.',
      'Neem contact op met uw partner om te bevestigen dat u de Microsoft Cloud-overeenkomst accepteert.',
      'Door de Microsoft-klantovereenkomst te accepteren machtigt u de partner als wederverkoper.',
      'Uw partner neemt contact met u op om te bevestigen dat u de Microsoft-klantovereenkomst accepteert.',
      'Neem contact op met uw partner voor vragen over de Microsoft-klantovereenkomst.',
    ],
  },
  'pl-PL': {
    said: [
      'Skontaktuj się z partnerem w celu potwierdzenia akceptacji umowy klienta firmy Microsoft',
      'Skontaktuj się z partnerem, aby potwierdzić akceptację Umowa z Klientem Microsoft',
      'z prośbą o skontaktowanie się z partnerem w celu potwierdzenia akceptacji umowy klienta firmy Microsoft.',
      'Aby potwierdzić akceptację Umowy z Klientem firmy Microsoft, zwróć się do swojego partnera.',
      'Skontaktuj się ze swoim partnerem i potwierdź, że akceptujesz umowę z klientem Microsoft.',
      'Prosimy o kontakt z partnerem, aby potwierdzić zgodę na Umowę klienta Microsoft.',
      'Poproś swojego partnera o potwierdzenie akceptacji Umowy z klientem Microsoft.',
    ],
    other: [
      'Twój partner potwierdził zaakceptowanie przez Ciebie umowy klienta firmy Microsoft.',
      'Umowa klienta firmy Microsoft została zaakceptowana 14 maja 2020.',
      'Przejrzyj i zaakceptuj umowę klienta firmy Microsoft.',
      'Skontaktuj się z partnerem w sprawie rachunku.',
      'Skontaktuj się z partnerem, aby potwierdzić akceptację umowy partnerskiej firmy Microsoft.',
      'Skontaktuj się z partnerem, aby potwierdzić akceptację umowy Microsoft Cloud.',
      'Akceptując umowę klienta firmy Microsoft, upoważniasz partnera jako odsprzedawcę.',
    ],
  },
  'pt-BR': {
    said: [
      'Entre em contato com seu Parceiro para confirmar a aceitação do Contrato de Cliente da Microsoft',
      'Entre em contato com seu Parceiro para confirmar sua aceitação do Contrato de Cliente da Microsoft',
      'Contate o seu parceiro para confirmar que aceita o Contrato com o Cliente da Microsoft.',
      'Para confirmar sua aceitação do Contrato do Cliente da Microsoft, entre em contato com o seu parceiro.',
      'Fale com seu parceiro para confirmar que você aceita o Contrato de Cliente Microsoft.',
      'Por favor, entre em contato com o seu Partner para a confirmação da aceitação do Microsoft Customer Agreement.',
    ],
    other: [
      'Seu parceiro confirmou sua aceitação do Contrato de Cliente da Microsoft.',
      'Você aceitou o Contrato de Cliente da Microsoft em 14 de maio de 2020.',
      'Revise e aceite o Contrato de Cliente da Microsoft.',
      'Entre em contato com seu parceiro sobre a sua fatura.',
      'Entre em contato com seu parceiro para confirmar a aceitação do Contrato de Parceiro da Microsoft.',
      'Entre em contato com seu parceiro para confirmar a aceitação do Contrato do Microsoft Cloud.',
      'Ao aceitar o Contrato de Cliente da Microsoft, você autoriza o parceiro como revendedor.',
      'Seu parceiro entrará em contato com você para confirmar a aceitação do Contrato de Cliente da Microsoft.',
    ],
  },
  'pt-PT': {
    said: [
      'Por favor contacte o seu Parceiro para confirmar a sua aceitação do Acordo de Cliente da Microsoft.',
      'Screenshot da página pedindo-lhe para contactar o seu parceiro para confirmar a aceitação do Acordo de Cliente da Microsoft.',
      'Entre em contacto com o seu parceiro para confirmar que aceita o Contrato de Cliente da Microsoft',
      'Para confirmar a aceitação do Contrato do Cliente Microsoft, contacte o seu parceiro.',
      'Contacte o seu Parceiro Microsoft e confirme a sua aceitação do Contrato de Cliente da Microsoft.',
      'Queira contactar o seu parceiro para a confirmação de que concorda com o Microsoft Customer Agreement.',
      'Peça ao seu parceiro que confirme a sua aceitação do Contrato de Cliente Microsoft.',
    ],
    other: [
      'O seu parceiro confirmou a sua aceitação do Contrato de Cliente da Microsoft.',
      'Aceitou o Contrato de Cliente da Microsoft a 14 de maio de 2020.',
      'Reveja e aceite o Contrato de Cliente da Microsoft.',
      'Contacte o seu parceiro sobre a sua fatura.',
      'Contacte o seu parceiro para confirmar a aceitação do Contrato de Parceiro da Microsoft.',
      'Contacte o seu parceiro para confirmar a aceitação do Contrato do Microsoft Cloud.',
      'Ao aceitar o Contrato de Cliente da Microsoft, autoriza o parceiro como revendedor.',
    ],
  },
  'ru-RU': {
    said: [
      'Обратитесь к своему партнеру, чтобы подтвердить согласие с условиями Клиентского соглашения Майкрософт',
      'Свяжитесь с партнёром, чтобы подтвердить принятие Клиентского соглашения Microsoft.',
      'Чтобы подтвердить принятие Соглашения клиента Майкрософт, обратитесь к партнеру.',
      'Обратитесь к партнеру для подтверждения того, что вы принимаете соглашение с клиентом корпорации Майкрософт.',
      'Пожалуйста, свяжитесь с вашим партнером для подтверждения согласия с Клиентским соглашением Майкрософт',
      'Необходимо обратиться к своему партнеру и подтвердить, что вы приняли условия Microsoft Customer Agreement.',
      'Попросите своего партнера подтвердить принятие вами Клиентского соглашения Microsoft.',
    ],
    other: [
      'Ваш партнер подтвердил ваше согласие с Клиентским соглашением Майкрософт.',
      'Вы приняли Клиентское соглашение Майкрософт 14 мая 2020 г.',
      'Просмотрите и примите Клиентское соглашение Майкрософт.',
      'По поводу счета обратитесь к своему партнеру.',
      'Обратитесь к своему партнеру, чтобы подтвердить согласие с Партнерским соглашением Майкрософт.',
      'Обратитесь к своему партнеру, чтобы подтвердить согласие с соглашением Microsoft Cloud.',
      'Принимая Клиентское соглашение Майкрософт, вы разрешаете партнеру выступать торговым посредником.',
      'Ваш партнер свяжется с вами, чтобы подтвердить согласие с Клиентским соглашением Майкрософт.',
      'По вопросам о Клиентском соглашении Майкрософт обратитесь к партнеру.',
    ],
  },
  'sv-SE': {
    said: [
      'kontakta din partner för att bekräfta ditt godkännande av Microsofts kund avtal.',
      'Kontakta din partner för att bekräfta att du godkänner Microsoft-kundavtal',
      'Skärmbild där du uppmanas att kontakta din partner för att bekräfta godkännandet av Microsoft-kundavtal.',
      'För att bekräfta ditt godkännande av Microsofts kundavtal ska du kontakta din partner.',
      'Vänd dig till din partner för att bekräfta att du accepterar Microsoft-kundavtalet.',
      'Ta kontakt med din partner för att bekräfta ditt samtycke till Microsoft Customer Agreement',
      'Be din partner bekräfta ditt godkännande av Microsoft-kundavtalet.',
    ],
    other: [
      'Din partner har bekräftat ditt godkännande av Microsoft-kundavtalet.',
      'Du godkände Microsoft-kundavtalet den 14 maj 2020.',
      'Granska och godkänn Microsoft-kundavtalet.',
      'Kontakta din partner om din faktura.',
      'Kontakta din partner för att bekräfta ditt godkännande av Microsoft-partneravtalet.',
      'Kontakta din partner för att bekräfta ditt godkännande av Microsoft Cloud-avtalet.',
      'Genom att godkänna Microsoft-kundavtalet ger du partnern rätt att vara återförsäljare.',
      'Din partner kontaktar dig för att bekräfta ditt godkännande av Microsoft-kundavtalet.',
      'Kontakta din partner om du har frågor om Microsofts kundavtal.',
    ],
  },
  'tr-TR': {
    said: [
      'Microsoft Müşteri anlaşmasını kabul etmek için lütfen Iş ortağınıza ulaşın',
      'lütfen Microsoft Müşteri sözleşmenizi kabul etmek için Iş ortağınıza ulaşın',
      "Lütfen İş Ortağınıza ulaşarak url'yi kabul Microsoft Müşteri Sözleşmesi.",
      'Microsoft Müşteri Sözleşmesi’ni kabul ettiğinizi onaylamak için lütfen İş Ortağınızla iletişime geçin.',
      'Lütfen iş ortağınızla iletişime geçerek Microsoft Müşteri Sözleşmesini kabul ettiğinizi doğrulayın',
      'LÜTFEN MİCROSOFT MÜŞTERİ SÖZLEŞMESİNİ KABUL ETTİĞİNİZİ ONAYLAMAK İÇİN İŞ ORTAĞINIZA ULAŞIN.',
    ],
    other: [
      'İş ortağınız Microsoft Müşteri Sözleşmesini kabul ettiğinizi onayladı.',
      'Microsoft Müşteri Sözleşmesini 14 Mayıs 2020 tarihinde kabul ettiniz.',
      'Microsoft Müşteri Sözleşmesini gözden geçirin ve kabul edin.',
      'Faturanız hakkında iş ortağınıza ulaşın.',
      'Microsoft İş Ortağı Sözleşmesini kabul etmek için lütfen iş ortağınıza ulaşın.',
      'Microsoft Bulut Sözleşmesini kabul etmek için lütfen iş ortağınıza ulaşın.',
      'Microsoft Müşteri Sözleşmesini kabul ederek iş ortağını satıcı olarak yetkilendirirsiniz.',
    ],
  },
  'zh-CN': {
    said: [
      '请联系你的合作伙伴，确认你接受 Microsoft 客户协议。',
      'Microsoft 365 管理中心页的屏幕截图，其中要求你与合作伙伴联系以确认接受 Microsoft 客户协议。',
      '请与您的合作伙伴联系，以确认您同意 Microsoft 客户协议',
      '若要确认你接受 Microsoft 客户协议，请联系你的合作伙伴。',
      '请咨询您的合作伙伴以确认您已接受微软客户协议',
      '请联系合作伙伴确认您接受 Microsoft Customer Agreement。',
    ],
    other: [
      '你的合作伙伴已确认你接受 Microsoft 客户协议。',
      '你已于 2020 年 5 月 14 日接受 Microsoft 客户协议。',
      '查看并接受 Microsoft 客户协议。',
      '有关帐单的问题，请联系你的合作伙伴。',
      '请联系你的合作伙伴，确认你接受 Microsoft 合作伙伴协议。',
      '请联系你的合作伙伴，确认你接受 Microsoft 云协议。',
      '接受 Microsoft 客户协议即表示你授权合作伙伴成为经销商。',
      '你的合作伙伴将与你联系以确认你接受 Microsoft 客户协议。',
    ],
  },
  'zh-TW': {
    said: [
      '請洽詢您的合作夥伴以確認您接受 Microsoft 客戶合約',
      '請與您的合作夥伴連絡，以確認您接受 Microsoft 客戶合約。',
      '請聯絡您的合作夥伴，確認您同意《Microsoft 客戶合約》。',
      '若要確認您接受 Microsoft 客戶合約，請連絡您的合作夥伴。',
      '請向您的合作夥伴確認您已接受 Microsoft 客戶協議',
      '請聯繫您的夥伴以確認您已接受微軟客戶合約。',
    ],
    other: [
      '您的合作夥伴已確認您接受 Microsoft 客戶合約。',
      '您已於 2020 年 5 月 14 日接受 Microsoft 客戶合約。',
      '檢閱並接受 Microsoft 客戶合約。',
      '如需帳單相關問題，請洽詢您的合作夥伴。',
      '請洽詢您的合作夥伴以確認您接受 Microsoft 合作夥伴合約。',
      '請洽詢您的合作夥伴以確認您接受 Microsoft 雲端合約。',
      '接受 Microsoft 客戶合約即表示您授權合作夥伴成為經銷商。',
      '您的合作夥伴將與您聯絡，以確認您接受 Microsoft 客戶合約。',
    ],
  },
};

/** Languages that the admin center ships in and of which the sentence itself was never seen. */
export const derived: Record<string, Sentences> = {
  'ar-SA': {
    said: [
      'يرجى التواصل مع شريكك لتأكيد قبولك لاتفاقية عميل Microsoft.',
      'اتصل بشريكك لتأكيد موافقتك على اتفاقية العملاء من Microsoft',
    ],
    other: ['أكد شريكك قبولك لاتفاقية عميل Microsoft.', 'راجع اتفاقية عميل Microsoft واقبلها.'],
  },
  'bg-BG': {
    said: [
      'Моля, свържете се с вашия партньор, за да потвърдите приемането на клиентското споразумение на Microsoft.',
      'Обърнете се към партньора си, за да потвърдите, че приемате Споразумението с клиента на Microsoft',
    ],
    other: [
      'Вашият партньор потвърди приемането на клиентското споразумение на Microsoft.',
      'Прегледайте и приемете клиентското споразумение на Microsoft.',
    ],
  },
  'ca-ES': {
    said: [
      "Poseu-vos en contacte amb el vostre soci per confirmar l'acceptació del Contracte de client de Microsoft.",
      'Contacteu amb el vostre partner per confirmar que accepteu el Contracte de client de Microsoft',
    ],
    other: [
      'El vostre soci ha confirmat que accepteu el Contracte de client de Microsoft.',
      'Reviseu i accepteu el Contracte de client de Microsoft.',
    ],
  },
  'da-DK': {
    said: [
      'Kontakt din partner for at bekræfte din accept af Microsoft-kundeaftalen.',
      'Henvend dig til din partner for at bekræfte, at du accepterer Microsoft-kundeaftalen',
    ],
    other: [
      'Din partner har bekræftet din accept af Microsoft-kundeaftalen.',
      'Din partner kontakter dig for at bekræfte din accept af Microsoft-kundeaftalen.',
    ],
  },
  'el-GR': {
    said: [
      'Επικοινωνήστε με τον συνεργάτη σας για να επιβεβαιώσετε την αποδοχή της Σύμβασης πελάτη της Microsoft.',
      'ΕΠΙΚΟΙΝΩΝΗΣΤΕ ΜΕ ΤΟΝ ΣΥΝΕΡΓΑΤΗ ΣΑΣ ΓΙΑ ΝΑ ΕΠΙΒΕΒΑΙΩΣΕΤΕ ΤΗΝ ΑΠΟΔΟΧΗ ΤΗΣ ΣΥΜΦΩΝΙΑΣ ΠΕΛΑΤΗ ΤΗΣ MICROSOFT',
    ],
    other: [
      'Ο συνεργάτης σας επιβεβαίωσε την αποδοχή της Σύμβασης πελάτη της Microsoft.',
      'Διαβάστε και αποδεχτείτε τη Σύμβαση πελάτη της Microsoft.',
    ],
  },
  'et-EE': {
    said: [
      'Võtke oma partneriga ühendust, et kinnitada Microsofti kliendilepinguga nõustumist.',
      'Pöörduge oma partneri poole, et kinnitada Microsofti kliendilepingu aktsepteerimist',
    ],
    other: [
      'Teie partner on kinnitanud teie nõustumist Microsofti kliendilepinguga.',
      'Vaadake üle ja nõustuge Microsofti kliendilepinguga.',
    ],
  },
  'fi-FI': {
    said: [
      'Ota yhteyttä kumppaniisi ja vahvista, että hyväksyt Microsoft-asiakassopimuksen.',
      'Ota kumppaniisi yhteyttä Microsoft-asiakassopimuksen hyväksymisen vahvistamiseksi',
    ],
    other: [
      'Kumppanisi on vahvistanut, että olet hyväksynyt Microsoft-asiakassopimuksen.',
      'Kumppanisi ottaa sinuun yhteyttä ja vahvistaa, että olet hyväksynyt Microsoft-asiakassopimuksen.',
    ],
  },
  'he-IL': {
    said: [
      'פנה לשותף שלך כדי לאשר את הסכמתך להסכם הלקוח של Microsoft.',
      'צור קשר עם השותף שלך כדי לאשר את קבלת הסכם הלקוח של Microsoft',
    ],
    other: [
      'השותף שלך אישר את הסכמתך להסכם הלקוח של Microsoft.',
      'עיין בהסכם הלקוח של Microsoft וקבל אותו.',
    ],
  },
  'hr-HR': {
    said: [
      'Obratite se svom partneru kako biste potvrdili prihvaćanje Microsoftova ugovora s korisnicima.',
      'Kontaktirajte partnera da biste potvrdili prihvaćanje Microsoft ugovora s klijentom',
    ],
    other: [
      'Vaš partner potvrdio je vaše prihvaćanje Microsoftova ugovora s korisnicima.',
      'Pregledajte i prihvatite Microsoftov ugovor s korisnicima.',
    ],
  },
  'id-ID': {
    said: [
      'Hubungi mitra Anda untuk mengonfirmasi penerimaan Anda atas Perjanjian Pelanggan Microsoft.',
      'Silakan hubungi Partner Anda guna mengonfirmasi bahwa Anda menyetujui Perjanjian Pelanggan Microsoft',
    ],
    other: [
      'Mitra Anda telah mengonfirmasi penerimaan Anda atas Perjanjian Pelanggan Microsoft.',
      'Tinjau dan setujui Perjanjian Pelanggan Microsoft.',
    ],
  },
  'lt-LT': {
    said: [
      'Susisiekite su savo partneriu, kad patvirtintumėte savo sutikimą su „Microsoft“ kliento sutartimi.',
      'Kreipkitės į partnerį ir patvirtinkite, kad sutinkate su „Microsoft“ kliento sutartimi',
    ],
    other: [
      'Jūsų partneris patvirtino, kad sutikote su „Microsoft“ kliento sutartimi.',
      'Peržiūrėkite „Microsoft“ kliento sutartį ir su ja sutikite.',
    ],
  },
  'lv-LV': {
    said: [
      'Lūdzu, sazinieties ar savu partneri, lai apstiprinātu, ka piekrītat Microsoft klienta līgumam.',
      'Vērsieties pie partnera, lai apstiprinātu Microsoft klienta līguma pieņemšanu',
    ],
    other: [
      'Jūsu partneris apstiprināja, ka esat pieņēmis Microsoft klienta līgumu.',
      'Pārskatiet un pieņemiet Microsoft klienta līgumu.',
    ],
  },
  'nb-NO': {
    said: [
      'Kontakt partneren din for å bekrefte at du godtar Microsoft-kundeavtalen.',
      'Ta kontakt med partneren for å bekrefte godkjenning av Microsofts kundeavtale',
    ],
    other: [
      'Partneren din har bekreftet at du godtar Microsoft-kundeavtalen.',
      'Se gjennom og godta Microsoft-kundeavtalen.',
    ],
  },
  'ro-RO': {
    said: [
      'Contactați partenerul pentru a confirma acceptarea Contractului Microsoft cu clienții.',
      'Luați legătura cu partenerul pentru a confirma că acceptați Acordul clientului Microsoft',
    ],
    other: [
      'Partenerul dvs. a confirmat acceptarea Contractului Microsoft cu clienții.',
      'Revizuiți și acceptați Contractul Microsoft cu clienții.',
    ],
  },
  'sk-SK': {
    said: [
      'Obráťte sa na svojho partnera a potvrďte prijatie Zmluvy so zákazníkom spoločnosti Microsoft.',
      'Kontaktujte svojho partnera a potvrďte, že súhlasíte so zákazníckou zmluvou Microsoft',
    ],
    other: [
      'Váš partner potvrdil prijatie Zmluvy so zákazníkom spoločnosti Microsoft.',
      'Skontrolujte a prijmite Zmluvu so zákazníkom spoločnosti Microsoft.',
    ],
  },
  'sl-SI': {
    said: [
      'Obrnite se na svojega partnerja, da potrdite sprejem Microsoftove pogodbe za stranke.',
      'Stopite v stik s partnerjem in potrdite, da sprejemate Microsoftovo pogodbo s strankami',
    ],
    other: [
      'Vaš partner je potrdil vaš sprejem Microsoftove pogodbe za stranke.',
      'Preglejte in sprejmite Microsoftovo pogodbo za stranke.',
    ],
  },
  'sr-RS': {
    said: [
      'Обратите се партнеру да бисте потврдили прихватање Microsoft уговора са клијентом.',
      'Контактирајте свог партнера да бисте потврдили да прихватате Microsoft кориснички уговор',
    ],
    other: [
      'Партнер је потврдио да прихватате Microsoft уговор са клијентом.',
      'Прегледајте и прихватите Microsoft уговор са клијентом.',
    ],
  },
  'sr-Latn': {
    said: [
      'Obratite se partneru da biste potvrdili prihvatanje Microsoft ugovora sa klijentom.',
      'Kontaktirajte svog partnera za potvrdu prihvatanja Microsoft korisničkog ugovora',
    ],
    other: [
      'Partner je potvrdio prihvatanje Microsoft ugovora sa klijentom.',
      'Pregledajte i prihvatite Microsoft ugovor sa klijentom.',
    ],
  },
  'th-TH': {
    said: [
      'โปรดติดต่อคู่ค้าของคุณเพื่อยืนยันการยอมรับข้อตกลงลูกค้าของ Microsoft',
      'ติดต่อพาร์ทเนอร์ของคุณเพื่อยืนยันว่าคุณยอมรับสัญญาลูกค้า Microsoft',
    ],
    other: [
      'คู่ค้าของคุณได้ยืนยันการยอมรับข้อตกลงลูกค้าของ Microsoft แล้ว',
      'ตรวจทานและยอมรับข้อตกลงลูกค้าของ Microsoft',
    ],
  },
  'uk-UA': {
    said: [
      'Зверніться до свого партнера, щоб підтвердити прийняття Клієнтської угоди Microsoft.',
      "Зв'яжіться зі своїм партнером, щоб підтвердити свою згоду з Угодою з клієнтом Microsoft",
    ],
    other: [
      'Ваш партнер підтвердив прийняття Клієнтської угоди Microsoft.',
      'Перегляньте та прийміть Клієнтську угоду Microsoft.',
    ],
  },
  'vi-VN': {
    said: [
      'Vui lòng liên hệ với đối tác của bạn để xác nhận bạn chấp nhận Thỏa thuận Khách hàng của Microsoft.',
      'Hãy liên lạc với đối tác để xác nhận việc đồng ý với Thoả thuận khách hàng Microsoft',
    ],
    other: [
      'Đối tác của bạn đã xác nhận bạn chấp nhận Thỏa thuận Khách hàng của Microsoft.',
      'Xem lại và chấp nhận Thỏa thuận Khách hàng của Microsoft.',
    ],
  },
};

/** All that is known to say it and not to say it, by language (BCP 47). */
export const everySentence: [language: string, Sentences][] = Object.entries({
  ...documented,
  ...derived,
}).map(([language, { said, other }]) => [
  language,
  {
    said: [...said, ...(paraphrases[language]?.said ?? [])],
    other: [...other, ...(paraphrases[language]?.other ?? [])],
  },
]);
