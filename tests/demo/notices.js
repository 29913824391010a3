/**
 * The notice as each demo language shows it, and the agreement's name there. Only the English sentence is
 * known to be the interface's own; the others follow the localized documentation of 2020 and 2021,
 * completed to a whole sentence where the documentation only reports it, and Arabic is ours.
 */
export const notices = {
  en: 'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.',
  cs: 'Kontaktujte svého partnera a potvrďte přijetí smlouvy o zákaznících Microsoftu.',
  de: 'Wenden Sie sich an Ihren Partner, um Ihre Zustimmung zur Microsoft-Kundenvereinbarung zu bestätigen.',
  es: 'Póngase en contacto con su partner para confirmar que acepta el Contrato de cliente de Microsoft.',
  fr: 'Contactez votre partenaire pour confirmer votre acceptation du Contrat client Microsoft.',
  hu: 'Kérjük, forduljon a partneréhez, hogy erősítse meg a Microsoft-ügyfélszerződés elfogadását.',
  it: "Rivolgersi al partner per confermare l'accettazione del Contratto del cliente Microsoft.",
  ja: 'Microsoft 顧客契約に同意したことを確認するために、パートナーに連絡してください。',
  ko: '파트너에게 연락하여 Microsoft 고객 계약에 동의했는지 확인하세요.',
  nl: 'Neem contact op met uw partner om te bevestigen dat u de Microsoft-klantovereenkomst accepteert.',
  pl: 'Skontaktuj się z partnerem w celu potwierdzenia akceptacji umowy klienta firmy Microsoft.',
  'pt-BR':
    'Entre em contato com seu Parceiro para confirmar a aceitação do Contrato de Cliente da Microsoft.',
  'pt-PT':
    'Por favor contacte o seu Parceiro para confirmar a sua aceitação do Acordo de Cliente da Microsoft.',
  ru: 'Обратитесь к своему партнеру, чтобы подтвердить согласие с условиями Клиентского соглашения Майкрософт.',
  sv: 'Kontakta din partner för att bekräfta ditt godkännande av Microsoft-kundavtalet.',
  tr: 'Microsoft Müşteri Sözleşmesi’ni kabul ettiğinizi onaylamak için lütfen iş ortağınıza ulaşın.',
  'zh-CN': '请联系你的合作伙伴，确认你接受 Microsoft 客户协议。',
  'zh-TW': '請洽詢您的合作夥伴以確認您接受 Microsoft 客戶合約。',
  ar: 'يرجى التواصل مع شريكك لتأكيد قبولك لاتفاقية عملاء Microsoft.',
};

/** The languages of the demo's switch: tag, own name, and direction where it is not left to right. */
export const languages = [
  ['en', 'English'],
  ['zh-TW', '繁體中文'],
  ['ar', 'العربية', 'rtl'],
  ['cs', 'Čeština'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['hu', 'Magyar'],
  ['it', 'Italiano'],
  ['ja', '日本語'],
  ['ko', '한국어'],
  ['nl', 'Nederlands'],
  ['pl', 'Polski'],
  ['pt-BR', 'Português (Brasil)'],
  ['pt-PT', 'Português (Portugal)'],
  ['ru', 'Русский'],
  ['sv', 'Svenska'],
  ['tr', 'Türkçe'],
  ['zh-CN', '简体中文'],
];
