// The letter to the customer in the languages of the notice, with each language's own name of the
// agreement as Microsoft's localized documentation has it. {company}, {name}, {link} and {sender} are filled in.

/** The sentences of one language. */
export type LetterTexts = {
  subject: string;
  hello: string;
  why: string;
  directOpen: string;
  linkOpen: string;
  accept: string;
  tell: string;
  ifSentence: string;
  onlyForYou: string;
  onlyYou: string;
  regards: string;
  /** What stands where a value is not known yet. */
  blank: { name: string; company: string; link: string; sender: string };
};

export const letterTexts = {
  en: {
    subject: 'Microsoft Customer Agreement: your acceptance is needed ({company})',
    hello: 'Dear {name},',
    why: 'Before Microsoft can process the next order for {company}, someone with the authority to sign for {company} has to accept the Microsoft Customer Agreement.',
    directOpen: 'Sign in as a Global admin of your company and open this page: {link}',
    linkOpen: 'Open this personal link: {link}',
    accept: 'Read the agreement and accept it.',
    tell: 'Let us know when it is done.',
    ifSentence:
      'If the page asks you to reach out to your partner instead of showing an Accept button, please tell us.',
    onlyForYou:
      'The link is meant for you alone. Please do not forward it. It lapses after some time; if it no longer opens, we will send a new one.',
    onlyYou: 'Only you can accept. We are not allowed to do it for you.',
    regards: 'Kind regards',
    blank: {
      name: '[name]',
      company: '[company]',
      link: '[acceptance link]',
      sender: '[your name]',
    },
  },
  cs: {
    subject: 'Smlouva se zákazníkem Microsoftu: potřebujeme vaše přijetí ({company})',
    hello: 'Dobrý den, {name},',
    why: 'Než bude moci Microsoft zpracovat další objednávku společnosti {company}, musí osoba oprávněná za společnost jednat přijmout Smlouvu se zákazníkem Microsoftu.',
    directOpen:
      'Přihlaste se jako globální správce své společnosti a otevřete tuto stránku: {link}',
    linkOpen: 'Otevřete tento osobní odkaz: {link}',
    accept: 'Přečtěte si smlouvu a přijměte ji.',
    tell: 'Dejte nám vědět, až bude hotovo.',
    ifSentence:
      'Pokud vás stránka místo tlačítka pro přijetí vyzve, abyste kontaktovali svého partnera, napište nám prosím.',
    onlyForYou:
      'Odkaz je určen jen vám. Nepřeposílejte ho prosím dál. Po určité době přestane platit; pokud už nepůjde otevřít, pošleme nový.',
    onlyYou: 'Smlouvu můžete přijmout jen vy. My to za vás udělat nesmíme.',
    regards: 'S pozdravem',
    blank: {
      name: '[jméno]',
      company: '[společnost]',
      link: '[odkaz k přijetí]',
      sender: '[vaše jméno]',
    },
  },
  de: {
    subject: 'Microsoft-Kundenvereinbarung: Ihre Zustimmung wird benötigt ({company})',
    hello: 'Guten Tag {name},',
    why: 'bevor Microsoft die nächste Bestellung für {company} bearbeiten kann, muss eine für {company} zeichnungsberechtigte Person der Microsoft-Kundenvereinbarung zustimmen.',
    directOpen:
      'Melden Sie sich als globaler Administrator Ihres Unternehmens an und öffnen Sie diese Seite: {link}',
    linkOpen: 'Öffnen Sie diesen persönlichen Link: {link}',
    accept: 'Lesen Sie die Vereinbarung und stimmen Sie ihr zu.',
    tell: 'Geben Sie uns Bescheid, sobald das erledigt ist.',
    ifSentence:
      'Falls die Seite keine Schaltfläche zum Zustimmen zeigt, sondern Sie bittet, sich an Ihren Partner zu wenden, teilen Sie uns das bitte mit.',
    onlyForYou:
      'Der Link ist nur für Sie bestimmt. Bitte leiten Sie ihn nicht weiter. Er läuft nach einiger Zeit ab; wenn er sich nicht mehr öffnen lässt, senden wir Ihnen einen neuen.',
    onlyYou: 'Nur Sie selbst können zustimmen. Wir dürfen das nicht für Sie tun.',
    regards: 'Mit freundlichen Grüßen',
    blank: {
      name: '[Name]',
      company: '[Unternehmen]',
      link: '[Link zur Zustimmung]',
      sender: '[Ihr Name]',
    },
  },
  es: {
    subject: 'Contrato de cliente de Microsoft: se necesita su aceptación ({company})',
    hello: 'Hola, {name}:',
    why: 'Para que Microsoft pueda tramitar el próximo pedido de {company}, una persona con autoridad para firmar en nombre de {company} debe aceptar el Contrato de cliente de Microsoft.',
    directOpen: 'Inicie sesión como administrador global de su empresa y abra esta página: {link}',
    linkOpen: 'Abra este enlace personal: {link}',
    accept: 'Lea el contrato y acéptelo.',
    tell: 'Avísenos cuando lo haya hecho.',
    ifSentence:
      'Si la página le pide que se ponga en contacto con su partner en lugar de mostrar un botón para aceptar, háganoslo saber.',
    onlyForYou:
      'El enlace es solo para usted. Le rogamos que no lo reenvíe. Caduca al cabo de un tiempo; si ya no se abre, le enviaremos otro.',
    onlyYou: 'Solo usted puede aceptarlo. Nosotros no podemos hacerlo en su nombre.',
    regards: 'Un cordial saludo',
    blank: {
      name: '[nombre]',
      company: '[empresa]',
      link: '[enlace de aceptación]',
      sender: '[su nombre]',
    },
  },
  fr: {
    subject: 'Contrat client Microsoft : votre acceptation est nécessaire ({company})',
    hello: 'Bonjour {name},',
    why: 'Avant que Microsoft puisse traiter la prochaine commande de {company}, une personne habilitée à signer pour {company} doit accepter le Contrat client Microsoft.',
    directOpen:
      'Connectez-vous en tant qu’administrateur général de votre entreprise et ouvrez cette page : {link}',
    linkOpen: 'Ouvrez ce lien personnel : {link}',
    accept: 'Lisez le contrat et acceptez-le.',
    tell: 'Prévenez-nous une fois que c’est fait.',
    ifSentence:
      'Si la page vous demande de contacter votre partenaire au lieu d’afficher un bouton pour accepter, merci de nous le signaler.',
    onlyForYou:
      'Ce lien vous est réservé. Merci de ne pas le transférer. Il expire au bout d’un certain temps ; s’il ne s’ouvre plus, nous vous en enverrons un nouveau.',
    onlyYou:
      'L’acceptation ne peut venir que de vous. Nous ne sommes pas autorisés à accepter à votre place.',
    regards: 'Cordialement',
    blank: {
      name: '[nom]',
      company: '[entreprise]',
      link: '[lien d’acceptation]',
      sender: '[votre nom]',
    },
  },
  hu: {
    subject: 'Microsoft-ügyfélszerződés: szükség van az elfogadására ({company})',
    hello: 'Tisztelt {name}!',
    why: 'Mielőtt a Microsoft feldolgozhatná cégük ({company}) következő megrendelését, a cég aláírásra jogosult képviselőjének el kell fogadnia a Microsoft-ügyfélszerződést.',
    directOpen:
      'Jelentkezzen be cége globális rendszergazdájaként, és nyissa meg ezt az oldalt: {link}',
    linkOpen: 'Nyissa meg ezt a kizárólag Önnek szóló hivatkozást: {link}',
    accept: 'Olvassa el a szerződést, és fogadja el.',
    tell: 'Kérjük, jelezze nekünk, ha elkészült.',
    ifSentence:
      'Ha az oldal elfogadás gomb helyett arra kéri, hogy forduljon a partneréhez, kérjük, írja meg nekünk.',
    onlyForYou:
      'Kérjük, a hivatkozást ne továbbítsa. Egy idő után lejár; ha már nem nyílik meg, újat küldünk.',
    onlyYou: 'Csak Ön fogadhatja el. Mi ezt nem tehetjük meg Ön helyett.',
    regards: 'Üdvözlettel',
    blank: {
      name: '[név]',
      company: '[cég]',
      link: '[elfogadási hivatkozás]',
      sender: '[az Ön neve]',
    },
  },
  it: {
    subject: 'Contratto del cliente Microsoft: è necessaria la sua accettazione ({company})',
    hello: 'Gentile {name},',
    why: 'prima che Microsoft possa elaborare il prossimo ordine di {company}, una persona autorizzata a firmare per {company} deve accettare il Contratto del cliente Microsoft.',
    directOpen: 'Acceda come amministratore globale della sua azienda e apra questa pagina: {link}',
    linkOpen: 'Apra questo link personale: {link}',
    accept: 'Legga il contratto e lo accetti.',
    tell: 'Ci avvisi non appena l’accettazione è avvenuta.',
    ifSentence:
      'Se la pagina le chiede di rivolgersi al partner invece di mostrare un pulsante per accettare, ce lo comunichi.',
    onlyForYou:
      'Il link è riservato a lei. La preghiamo di non inoltrarlo. Dopo qualche tempo scade; se non si apre più, gliene invieremo uno nuovo.',
    onlyYou: 'Solo lei può accettare. A noi non è consentito farlo al suo posto.',
    regards: 'Cordiali saluti',
    blank: {
      name: '[nome]',
      company: '[azienda]',
      link: '[link di accettazione]',
      sender: '[il suo nome]',
    },
  },
  ja: {
    subject: 'Microsoft 顧客契約への同意のお願い（{company}）',
    hello: '{name} 様',
    why: 'いつもお世話になっております。Microsoft で {company} 様の次回のご注文を処理するには、{company} 様を代表して署名する権限をお持ちの方に、Microsoft 顧客契約へご同意いただく必要があります。',
    directOpen: '貴社のグローバル管理者としてサインインし、次のページを開いてください: {link}',
    linkOpen: '次の専用リンクを開いてください: {link}',
    accept: '契約の内容をお読みのうえ、ご同意ください。',
    tell: '完了しましたら、お知らせください。',
    ifSentence:
      '同意ボタンではなく、パートナーへの連絡を求めるメッセージが表示された場合は、お知らせください。',
    onlyForYou:
      'このリンクはご本人様専用です。転送はご遠慮ください。一定期間が過ぎると無効になります。開けない場合は、新しいリンクをお送りします。',
    onlyYou: '同意できるのはお客様だけです。弊社が代わりに同意することはできません。',
    regards: 'よろしくお願いいたします。',
    blank: { name: '[お名前]', company: '[会社名]', link: '[同意用リンク]', sender: '[差出人名]' },
  },
  ko: {
    subject: 'Microsoft 고객 계약 동의 요청 ({company})',
    hello: '{name} 님, 안녕하세요.',
    why: 'Microsoft에서 {company}의 다음 주문을 처리하려면 {company} 명의로 서명할 권한이 있는 분이 Microsoft 고객 계약에 동의하셔야 합니다.',
    directOpen: '귀사의 전역 관리자로 로그인하여 다음 페이지를 여십시오: {link}',
    linkOpen: '다음 전용 링크를 여십시오: {link}',
    accept: '계약 내용을 읽고 동의해 주십시오.',
    tell: '완료되면 알려 주십시오.',
    ifSentence: '동의 버튼 대신 파트너에게 연락하라는 메시지가 표시되면 알려 주십시오.',
    onlyForYou:
      '이 링크는 본인 전용입니다. 다른 사람에게 전달하지 마십시오. 일정 기간이 지나면 만료되며, 열리지 않으면 새 링크를 보내 드리겠습니다.',
    onlyYou: '동의는 고객님만 할 수 있습니다. 저희가 대신 동의해 드릴 수는 없습니다.',
    regards: '감사합니다.',
    blank: { name: '[이름]', company: '[회사]', link: '[동의 링크]', sender: '[보내는 사람 이름]' },
  },
  nl: {
    subject: 'Microsoft-klantovereenkomst: uw akkoord is nodig ({company})',
    hello: 'Beste {name},',
    why: 'Voordat Microsoft de volgende bestelling van {company} kan verwerken, moet iemand die bevoegd is om namens {company} te tekenen, de Microsoft-klantovereenkomst accepteren.',
    directOpen: 'Meld u aan als globale beheerder van uw bedrijf en open deze pagina: {link}',
    linkOpen: 'Open deze persoonlijke link: {link}',
    accept: 'Lees de overeenkomst en accepteer deze.',
    tell: 'Laat het ons weten zodra dit is gebeurd.',
    ifSentence:
      'Vraagt de pagina u om contact op te nemen met uw partner in plaats van een knop om te accepteren te tonen, laat het ons dan weten.',
    onlyForYou:
      'De link is alleen voor u bestemd. Stuur hem alstublieft niet door. Na enige tijd verloopt de link; kunt u hem niet meer openen, dan sturen we u een nieuwe.',
    onlyYou: 'Alleen u kunt accepteren. Wij mogen dat niet voor u doen.',
    regards: 'Met vriendelijke groet',
    blank: { name: '[naam]', company: '[bedrijf]', link: '[acceptatielink]', sender: '[uw naam]' },
  },
  pl: {
    subject: 'Umowa klienta firmy Microsoft: potrzebna jest Państwa akceptacja ({company})',
    hello: 'Dzień dobry, {name},',
    why: 'Zanim Microsoft będzie mógł zrealizować kolejne zamówienie dla {company}, osoba upoważniona do podpisywania w imieniu {company} musi zaakceptować Umowę klienta firmy Microsoft.',
    directOpen:
      'Proszę zalogować się jako administrator globalny firmy i otworzyć tę stronę: {link}',
    linkOpen: 'Proszę otworzyć ten osobisty link: {link}',
    accept: 'Proszę przeczytać umowę i ją zaakceptować.',
    tell: 'Prosimy o informację, gdy umowa zostanie zaakceptowana.',
    ifSentence:
      'Jeśli zamiast przycisku akceptacji strona poprosi o kontakt z partnerem, prosimy nas o tym powiadomić.',
    onlyForYou:
      'Link jest przeznaczony tylko dla adresata. Prosimy go nie przekazywać. Po pewnym czasie wygasa; jeśli przestanie się otwierać, wyślemy nowy.',
    onlyYou: 'Umowę może zaakceptować tylko klient. Nie wolno nam zrobić tego w jego imieniu.',
    regards: 'Z poważaniem',
    blank: {
      name: '[imię i nazwisko]',
      company: '[firma]',
      link: '[link do akceptacji]',
      sender: '[nadawca]',
    },
  },
  'pt-BR': {
    subject: 'Contrato de Cliente da Microsoft: precisamos da sua aceitação ({company})',
    hello: 'Olá, {name},',
    why: 'Antes que a Microsoft possa processar o próximo pedido da {company}, alguém autorizado a assinar pela {company} precisa aceitar o Contrato de Cliente da Microsoft.',
    directOpen: 'Entre como administrador global da sua empresa e abra esta página: {link}',
    linkOpen: 'Abra este link pessoal: {link}',
    accept: 'Leia o contrato e aceite-o.',
    tell: 'Avise-nos quando terminar.',
    ifSentence:
      'Se a página pedir que você entre em contato com seu parceiro em vez de mostrar um botão para aceitar, avise-nos.',
    onlyForYou:
      'O link é só para você. Por favor, não o encaminhe. Ele expira depois de algum tempo; se não abrir mais, enviaremos um novo.',
    onlyYou: 'Somente você pode aceitar. Não temos permissão para fazer isso por você.',
    regards: 'Atenciosamente',
    blank: {
      name: '[nome]',
      company: '[empresa]',
      link: '[link de aceitação]',
      sender: '[seu nome]',
    },
  },
  'pt-PT': {
    subject: 'Contrato de Cliente da Microsoft: é necessária a sua aceitação ({company})',
    hello: 'Caro/a {name},',
    why: 'Antes de a Microsoft poder processar a próxima encomenda da {company}, alguém com autoridade para assinar em nome da {company} tem de aceitar o Contrato de Cliente da Microsoft.',
    directOpen: 'Inicie sessão como administrador global da sua empresa e abra esta página: {link}',
    linkOpen: 'Abra esta ligação pessoal: {link}',
    accept: 'Leia o contrato e aceite-o.',
    tell: 'Avise-nos quando estiver concluído.',
    ifSentence:
      'Se a página lhe pedir para contactar o seu parceiro em vez de mostrar um botão para aceitar, informe-nos.',
    onlyForYou:
      'A ligação destina-se apenas a si. Pedimos que não a reencaminhe. Expira ao fim de algum tempo; se deixar de abrir, enviaremos uma nova.',
    onlyYou: 'Só o cliente pode aceitar. Não nos é permitido fazê-lo por si.',
    regards: 'Com os melhores cumprimentos',
    blank: {
      name: '[nome]',
      company: '[empresa]',
      link: '[ligação de aceitação]',
      sender: '[o seu nome]',
    },
  },
  ru: {
    subject: 'Клиентское соглашение Майкрософт: требуется ваше согласие ({company})',
    hello: 'Здравствуйте, {name}!',
    why: 'Чтобы корпорация Майкрософт могла обработать следующий заказ {company}, лицо, имеющее право подписи от имени {company}, должно принять Клиентское соглашение Майкрософт.',
    directOpen:
      'Войдите с учетной записью глобального администратора вашей организации и откройте эту страницу: {link}',
    linkOpen: 'Откройте эту персональную ссылку: {link}',
    accept: 'Прочитайте соглашение и примите его.',
    tell: 'Сообщите нам, когда это будет сделано.',
    ifSentence:
      'Если вместо кнопки для принятия соглашения вам предлагается обратиться к партнеру, сообщите нам об этом.',
    onlyForYou:
      'Ссылка предназначена только для вас. Пожалуйста, не пересылайте ее. Через некоторое время она перестает действовать; если она больше не открывается, мы пришлем новую.',
    onlyYou: 'Принять соглашение можете только вы. Мы не вправе сделать это за вас.',
    regards: 'С уважением',
    blank: {
      name: '[имя]',
      company: '[организация]',
      link: '[ссылка для принятия]',
      sender: '[ваше имя]',
    },
  },
  sv: {
    subject: 'Microsoft-kundavtal: ditt godkännande behövs ({company})',
    hello: 'Hej {name},',
    why: 'Innan Microsoft kan behandla nästa beställning för {company} måste någon som har rätt att teckna avtal för {company} godkänna Microsoft-kundavtalet.',
    directOpen: 'Logga in som global administratör för ert företag och öppna den här sidan: {link}',
    linkOpen: 'Öppna den här personliga länken: {link}',
    accept: 'Läs avtalet och godkänn det.',
    tell: 'Meddela oss när det är klart.',
    ifSentence:
      'Om sidan ber dig kontakta din partner i stället för att visa en knapp för godkännande, meddela oss det.',
    onlyForYou:
      'Länken är bara avsedd för dig. Vidarebefordra den inte. Den slutar gälla efter en tid; om den inte längre går att öppna skickar vi en ny.',
    onlyYou: 'Bara du kan godkänna. Vi får inte göra det åt dig.',
    regards: 'Med vänliga hälsningar',
    blank: {
      name: '[namn]',
      company: '[företag]',
      link: '[länk för godkännande]',
      sender: '[ditt namn]',
    },
  },
  tr: {
    subject: 'Microsoft Müşteri Sözleşmesi: onayınız gerekiyor ({company})',
    hello: 'Sayın {name},',
    why: 'Microsoft’un {company} şirketinin bir sonraki siparişini işleyebilmesi için, şirket adına imza yetkisi olan birinin Microsoft Müşteri Sözleşmesi’ni kabul etmesi gerekiyor.',
    directOpen: 'Şirketinizin genel yöneticisi olarak oturum açın ve şu sayfayı açın: {link}',
    linkOpen: 'Size özel olan şu bağlantıyı açın: {link}',
    accept: 'Sözleşmeyi okuyun ve kabul edin.',
    tell: 'Tamamlandığında bize haber verin.',
    ifSentence:
      'Sayfada kabul düğmesi yerine iş ortağınıza ulaşmanız istenirse lütfen bize bildirin.',
    onlyForYou:
      'Bağlantı yalnızca sizin içindir. Lütfen başkasına iletmeyin. Bir süre sonra geçerliliğini yitirir; açılmazsa yenisini göndeririz.',
    onlyYou: 'Yalnızca siz kabul edebilirsiniz. Bunu sizin adınıza yapmamıza izin verilmiyor.',
    regards: 'Saygılarımızla',
    blank: { name: '[ad]', company: '[şirket]', link: '[kabul bağlantısı]', sender: '[adınız]' },
  },
  'zh-CN': {
    subject: 'Microsoft 客户协议：需要您接受（{company}）',
    hello: '{name}，您好：',
    why: '在 Microsoft 处理 {company} 的下一笔订单之前，需要由有权代表 {company} 签署的人员接受 Microsoft 客户协议。',
    directOpen: '请以贵公司全局管理员的身份登录，并打开此页面：{link}',
    linkOpen: '请打开这个专用链接：{link}',
    accept: '请阅读协议并接受。',
    tell: '完成后请告知我们。',
    ifSentence: '如果页面没有显示“接受”按钮，而是要求您联系合作伙伴，请告知我们。',
    onlyForYou:
      '此链接仅供您本人使用，请勿转发。链接过一段时间会失效；如果无法打开，我们会重新发送。',
    onlyYou: '只有您可以接受，我们不能代您接受。',
    regards: '顺颂商祺',
    blank: { name: '[姓名]', company: '[公司]', link: '[接受链接]', sender: '[您的姓名]' },
  },
  'zh-TW': {
    subject: 'Microsoft 客戶合約：需要您的接受（{company}）',
    hello: '{name} 您好：',
    why: '在 Microsoft 處理 {company} 的下一筆訂單之前，須由有權代表 {company} 簽署的人接受 Microsoft 客戶合約。',
    directOpen: '請以貴公司全域系統管理員的身分登入，並開啟這個頁面：{link}',
    linkOpen: '請開啟這個專屬連結：{link}',
    accept: '請閱讀合約內容並接受。',
    tell: '完成後請通知我們。',
    ifSentence: '如果頁面沒有顯示「接受」按鈕，而是請您洽詢合作夥伴，請告訴我們。',
    onlyForYou:
      '這個連結只供您本人使用，請勿轉寄。連結過一段時間會失效；如果無法開啟，我們會重新寄給您。',
    onlyYou: '只有您可以接受，我們不能代為接受。',
    regards: '敬祝 商祺',
    blank: { name: '[姓名]', company: '[公司]', link: '[接受連結]', sender: '[您的姓名]' },
  },
} as const satisfies Record<string, LetterTexts>;
