/**
 * What the notice is made of. The parts are regular expressions over folded text (notice-folding.ts:
 * lower case, no spaces, accents or punctuation), so they may be written with accents.
 *
 * Where the parts come from, by the mark above each language:
 * DOCS  wordings of the notice in Microsoft's localized documentation, 2020-2021, two or more versions
 * NAMES names of the agreement, the partner and acceptance in Microsoft's localized documentation; the
 *       sentence itself was never seen
 * GUESS ordinary grammar of the language; nothing of Microsoft's was seen
 */
export type NoticeParts = readonly [
  /** BCP 47; without a region where the likely one of the language is meant. */
  tag: string,
  /** "Contact your partner", in that relation: never "your partner will contact you". */
  contact: string,
  /** "Confirm". */
  confirm: string,
  /** "Accept", "acceptance". */
  accept: string,
  /** The purpose may come first and be acceptance alone ("to accept the agreement, contact ..."). */
  purposeFirst?: 1,
];

/**
 * A partner. These are looked for in the text of whole pages, again and again, so each expression has
 * few branches (the engine then skips through the text), and only what stands near a hit is read.
 */
export const partnerNames = [
  /part(?:ne|en)/i,
  /asocia|parcei/i,
  /ortağ|kumppa/i,
  /mitra|rakan|socio|tre.soci/i,
  /resell/i,
  /パートナー|파트너|[伙夥]伴|שותף|شريك|คู่ค|พันธ|พาร์/,
  /партн/i,
  /συν[εέ]ρ/i,
  /đối.tác/i,
];

/** Names of a customer and of an agreement as page text has them, any language. Case does not matter. */
export const customerNames =
  'customer|kund|zákazn|clien|klien[td]|klant|ügyfél|顧客|お客|カスタマー|客戶|客户|고객|müşter|клиент|клієнт|πελ[άα]τ|לקוח|عميل|عملا|ลูกค้า|khách|pelanggan|asiak|korisni|klijent|корисни|клијент|strank';
export const agreementNames =
  'agreement|アグリーメント|vereinbarung|vertrag|contra[ct]|accord|acuerdo|acord|avtal|aftale|overeenkomst|smlouv|zmluv|um[oó]w|szerződés|sözleşme|anlaşma|соглашени|договор|угод|договір|споразум|σ[ύυ]μβ[άα]σ|συμφων|הסכ[םמ]|اتفاق|ข้อตกลง|สัญญา|thuận|perjanjian|sopimu|leping|līgum|sutart|ugovor|уговор|pogodb|契約|合約|合约|协议|協議|合同|계약';
/** Microsoft in the scripts it is written in. */
export const makerNames =
  'microsoft|майкрософт|マイクロソフト|微軟|微软|마이크로소프트|مايكروسوفت|מיקרוסופט';

/** Inside a name: another agreement of the same maker. */
export const otherAgreements = 'cloud|partn|雲|云';

/** Inside the statement: Microsoft's own place for partners, or an enquiry instead of a confirmation. */
export const otherMatters =
  'cent[er][re]|centr[ou]|kozpont|merkez|センター|센터|中心|центр|question|fragen|questions|domand|вопрос|質問|질문|bill|invoice|rechnung|fa[ct]tur|客户是否|theiraccept|ersaccept|ifyouhave|already|copyof|pricing';

export const noticeParts: readonly NoticeParts[] = [
  // DOCS (and the screenshots' own text)
  [
    'en',
    '(?<!n[ot]+needto|neednot)((?<!we)contact(?!ed|s|ing)|reach(out)?|intouch|speak|talk|work|connect|followup|check|consult|ask)(outto|to|with)?your.{0,22}(partner|reseller)',
    'confirm(?!ed|sy)|verify|attest',
    'accept(?!ed)|consent|youragreementto|youagree|agreeto',
  ],
  // DOCS, only in indirect speech
  [
    'de',
    '(wende|kontakt|verbindung|sprech|meld).{0,18}(ihre|seine|deine|de|a)[nm].{0,9}partner|(ihre|seine|deine|de|a)[nm].{0,9}partner.{0,18}(wende|kontakt|verbindung|sprech|meld)',
    'bestätig(?!t)',
    'zustimm|akzept(?!iert)|annahme|annehm|einverst|einwillig',
  ],
  // GUESS
  ['ca', '(contact|comuni).{0,8}amb.{0,12}(soci|partner)', 'confirm', 'accept'],
  // DOCS
  [
    'es',
    '((?<!mos)contact(?!ad)|comuni|acuda|habl|diri|consult).{0,8}?(con|a)(el|l|su|tu).{0,9}(partner|asociado|socio)',
    'confirm(?!ad)',
    'acept(?!ad)|conformidad|consentim',
  ],
  // DOCS
  [
    'fr',
    '(contacte[rz]|contactavec|adress|rapproch|joign|parle).{0,8}(votre|le|un|son|ton).{0,9}parten',
    'confirm(?!ev)|valider',
    'accept|consentement|adhésion|votreaccord',
  ],
  // DOCS
  [
    'hu',
    '(fordul|kapcsolat|keress|kerje).{0,14}partner|partner.{0,6}(hez|vel).{0,12}(fordul|kapcsolat)',
    'erősít(?!ett)',
    'elfogad(?!t)|jóváhagy',
  ],
  // DOCS, only in indirect speech
  [
    'it',
    '(rivolg|contatt(?!at|er)|comunic|parl).{0,9}(al|il|col|suo|tuo|proprio).{0,9}partner',
    'conferm(?!at)',
    'accett(?!at)|adesion|consens',
  ],
  // DOCS
  [
    'nl',
    '(contact|verbinding|wend|benader|overleg).{0,14}(uw|je|jouw|de)(microsoft)?partner|met(uw|je|jouw|de)(microsoft)?partner.{0,4}(contact|verbinding)',
    'bevestig(?!d)',
    '(?<!ge)accept|akkoord|instem|aanvaard|goedkeur',
  ],
  // DOCS
  [
    'pl',
    '(kontakt(?!uj.?te|ir)|zwroc|porozum).{0,18}partner(em|a)',
    'potwierdz(?!ił|on)',
    'akcept(?!ował)|zgod|przyjęci|przyjm',
  ],
  // NAMES
  ['sk', '(kontakt|obra|spoj).{0,10}svoj.{2,3}partner', 'potvrd', 'prija|prijm|súhlas|akcept'],
  // DOCS
  [
    'cs',
    '(kontakt(?!ir)|obrat|spoj|oslov).{0,18}partner(a|em|u)',
    'potvr[dz](?!il|en[aoy])',
    'přijet|přij[ií]m|souhlas(?!il)|akcept',
  ],
  // DOCS
  [
    'pt-BR',
    '((?<!mos)contat(?!ad)|fale|procur|convers).{0,6}(o|seu)(microsoft)?(parceiro|partner)',
    'confirm(?!ad|ou)',
    'aceit(?!ad|ou)|concord|consentim',
  ],
  // DOCS
  [
    'pt-PT',
    '((?<!mos)contact(?!ad)|fale).{0,6}(o|seu)(parceiro|partner)',
    'confirm(?!ad|ou)',
    'aceit(?!ad|ou)|concord|consentim',
  ],
  // DOCS, as a gloss beside the English sentence
  [
    'ru',
    '(обрат|обращ|свяж|связ).{0,16}партнер(у|ом)',
    'подтвер(?!дил)',
    'соглас(?!ова|ил)|принят|принима',
  ],
  // NAMES
  ['uk', '(зверн|звяж|звяз).{0,16}партнер(а|ом|у)', 'підтверд(?!ив)', 'прийнят|приймає|згод'],
  // NAMES
  ['bg', '(свърж|обърн).{0,14}партньор', 'потвърд', 'приема|съглас'],
  // NAMES
  ['sr', '(обрат|контакт).{0,14}партнер(у|ом|а)', 'потврд(?!и[ол])', 'прихват|сагласн'],
  // DOCS
  [
    'sv',
    '(kontakta(?!r|t|de)|kontaktmed|vänddigtill|höravdigtill|talamed|pratamed).{0,14}partner',
    'bekräfta(?!t|d)|verifier',
    'godkänn|accept(?!erat|erade)|samtyck|godta',
  ],
  // GUESS
  ['da', '(kontakt(?!er)|henvend).{0,12}partner', 'bekræft(?!e[td])', 'accept|godkend|samtyk'],
  // NAMES
  ['nb', '(kontakt(?!er)|henvend).{0,12}partner', 'bekreft(?!et)', 'godta|godkjenn|aksept|samtykk'],
  // GUESS
  ['fi', 'yhteyttä.{0,8}kumppani|kumppani(isi|in).{0,12}yhteyt', 'vahvist', 'hyväks'],
  // NAMES
  [
    'et',
    '(ühendus|pöördu).{0,10}partner|partneri(ga|poole).{0,10}(ühendus|pöördu)',
    'kinnita(?!nud)',
    'nõustu|aktsepteeri',
  ],
  // NAMES
  ['lv', '(sazin|vērs).{0,12}partner', 'apstiprin', 'pieņem|piekrīt|piekrišan'],
  // NAMES
  ['lt', '(susisiek|kreip).{0,12}partner', 'patvirtin', 'suti[kn]|priim'],
  // GUESS
  ['ro', '(contacta|contactcu|legatura).{0,9}partener', 'confirm', 'accept'],
  // NAMES; only its own word for acceptance tells it from Croatian
  ['sr-Latn', '(obrat|kontakt).{0,14}partner(u|om|a)', 'potvrd(?!i[ol])', 'prihvatanj'],
  // NAMES
  ['hr', '(obrat|kontakt).{0,14}partner(u|om|a)', 'potvrd(?!i[ol])', 'prihva|pristan|suglasn'],
  // GUESS
  ['sl', '(obrni|stik|povež).{0,14}partner(ja|jem)', 'potrd(?!il)', 'sprejem|strinja|soglas'],
  // NAMES
  ['el', '(επικοινων|απευθυν|επαφή).{0,12}συνεργάτ', 'επιβεβαι', 'αποδοχ|αποδεχ'],
  // GUESS
  ['he', '(פנה|פנו|פני|קשר).{0,6}שותף', 'לאשר|אישור', 'הסכמ|קבל'],
  // NAMES
  ['ar-SA', '(تواصل|اتصل|اتصال).{0,8}شريك', 'تأكيد', 'قبول|موافق'],
  // GUESS
  ['th', 'ติดต่อ.{0,6}(คู่ค้า|พันธมิตร|พาร์)', 'ยืนยัน', 'ยอมรับ'],
  // GUESS
  ['vi', '(liênhệ|liênlạc).{0,10}đốitác', 'xácnhận', 'chấpnhận|đồngý'],
  // NAMES
  ['id', 'hubungi.{0,8}(mitra|partner)', 'konfirmasi', 'penerimaan|terima|etuju'],
  // GUESS
  ['ms', 'hubungi.{0,8}rakan', 'sahkan', 'penerimaan|terima|etuju'],
  // DOCS
  [
    'tr',
    '(ortağ|partner)(ınız|ın|ı|iniz|in|i)?(ın)?(a|la|na|e|le).{0,8}(ulaş|başvur|iletişim|irtibat|görüş|temas)',
    'onay(?!ladı)|doğrula(?!dı)|teyit',
    'kabul(?!etti)',
    1,
  ],
  // DOCS, as a gloss beside the English sentence
  [
    'ja',
    'パートナー.{0,3}(に|へ|と|まで)ご?お?(連絡|問い?合わ?せ|相談|確認)',
    '確認(?!しました|され|済)',
    '同意(?!しました|済)|承諾(?!しました)|受諾|承認|受け入れ',
    1,
  ],
  // DOCS
  [
    'ko',
    '파트너(사|님)?(에|와|께|로).{0,8}(연락|문의|확인|상의)',
    '확인(?!했|되)',
    '동의(?!했)|수락(?!했)|승인(?!했)',
    1,
  ],
  // DOCS
  [
    'zh-TW',
    '(洽|聯絡|聯繫|連絡|詢).{0,8}夥伴|(與|和|跟|向).{0,8}夥伴.{0,3}(聯|連|洽|確認)',
    '確認|核實',
    '接受|同意',
  ],
  // DOCS
  [
    'zh-CN',
    '(洽|联系|联络|咨询).{0,8}伙伴|(与|和|跟|向).{0,8}伙伴.{0,3}(联|洽|确认)',
    '确认|核实',
    '接受|同意',
  ],
];
