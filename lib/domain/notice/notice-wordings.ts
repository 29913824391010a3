// One known wording of the notice per language and Microsoft's names of the agreement there, from Microsoft's localized
// documentation of 2020 and 2021: translations, never captures of the interface. They serve to find half of a message.

/** The notice in its languages, English apart (catalogue-entries.ts). */
export const noticeWordings: readonly string[] = [
  'kontaktujte svého partnera a potvrďte přijetí smlouvy o zákaznících Microsoftu.',
  'dass er sich an seinen Partner wenden soll, um die Zustimmung zur Microsoft-Kundenvereinbarung zu bestätigen',
  'Wenden Sie sich an Ihren Partner, um Ihre Zustimmung zur Microsoft-Kundenvereinbarung zu bestätigen.',
  'Póngase en contacto con su partner para confirmar que acepta el Contrato de cliente de Microsoft',
  'Contactez votre partenaire pour confirmer votre acceptation du Contrat client Microsoft',
  'Kérjük, forduljon a partneréhez, hogy erősítse meg a Microsoft-ügyfél szerződését.',
  "rivolgersi al partner per confermare l'accettazione del Contratto del cliente Microsoft",
  'Microsoft 顧客契約に同意したことを確認するために、パートナーに連絡してください',
  '파트너에게 연락하여 Microsoft 고객 계약에 동의했는지 확인하세요.',
  'Neem contact op met uw partner om te bevestigen dat u de micro soft-klant overeenkomst accepteert.',
  'Skontaktuj się z partnerem w celu potwierdzenia akceptacji umowy klienta firmy Microsoft',
  'Entre em contato com seu Parceiro para confirmar a aceitação do Contrato de Cliente da Microsoft',
  'Por favor contacte o seu Parceiro para confirmar a sua aceitação do Acordo de Cliente da Microsoft.',
  'Обратитесь к своему партнеру, чтобы подтвердить согласие с условиями Клиентского соглашения Майкрософт',
  'kontakta din partner för att bekräfta ditt godkännande av Microsofts kund avtal.',
  'Microsoft Müşteri anlaşmasını kabul etmek için lütfen Iş ortağınıza ulaşın',
  '请联系你的合作伙伴，确认你接受 Microsoft 客户协议。',
  '請洽詢您的合作夥伴以確認您接受 Microsoft 客戶合約',
];

/** What the agreement is called there, without Microsoft's own name where that is a word of its own. */
export const agreementNames: readonly string[] = [
  'smlouva se zákazníkem microsoftu',
  'kundenvereinbarung',
  'kunden vereinbarung',
  'contrato de cliente',
  'contrato com o cliente',
  'contrat client',
  'ügyfélszerződés',
  'contratto del cliente',
  'contratto per i clienti',
  '顧客契約',
  'カスタマーアグリーメント',
  '고객 계약',
  'klantovereenkomst',
  'umowa klienta',
  'клиентское соглашение',
  'соглашение клиента',
  'kundavtal',
  'müşteri sözleşmesi',
  '客户协议',
  '客戶協議',
];
