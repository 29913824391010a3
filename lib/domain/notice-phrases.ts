/**
 * What the notice is made of, in regular expressions over folded text (notice-folding.ts: lower case,
 * no spaces, accents or punctuation), so they may be written with accents. Compact on purpose: every
 * frame of the watched pages loads this.
 *
 * Where the parts come from, and how sure they are:
 * - en es fr hu nl pl cs pt ru sv tr ja ko zh: wordings of the notice in Microsoft's localized
 *   documentation, 2020-2021, two or more versions (Russian and Japanese beside the English sentence);
 *   de and it: the same, only in indirect speech. Sure of these, not of what the pages say today.
 * - sk uk bg sr nb et lv lt hr el ar id: names of the agreement, the partner and acceptance in that
 *   documentation; the sentence itself was never seen. Likely.
 * - ca da fi ro sl he th vi: ordinary grammar of the language; nothing of Microsoft's was seen. A guess.
 */

/**
 * A partner, as page text has it. These are looked for in the text of whole pages, again and again,
 * each by itself (the engine then skips through the text), and only what stands near a hit is read.
 */
export const partnerNames =
  'part[en][en]|soci|parceir|resell|kumppani|ortağ|партн|συνεργ|שותף|شريك|คู่ค|พันธ|พาร์|đối[^]{0,3}tác|mitra|夥伴|伙伴|パートナー|파트너';

/** "Contact", or "ask": to write or speak to somebody, in forms that ask for it. Not "will contact you", "contacted". */
const contact =
  'contact(?!ed|s|ing|ad[oa]|era|ocon(usted|ti)|ocomvoc)|contatt(?!at|er)|contat(?!ad|t|ocomvoc)|kontakt(?!iert|ar|er|uje)|reach(outtoyour)?|intouch|speak|talk|connect|consult|ask|wende|wendu|verbindung|sprech|meld|comuniq|diri[jg]|acud|adress|rapproch|joi(gn|ndre)|rivolg|fordul|kapcsolat|keress|zwroc|porozum|obrat|spoj(?!i)|fale|обра[тщ]|свяжи|связ|зверн|звяжі|звяз|свържет|обърн|контакт|vanddig|henvend|yhteyt|uhendus|poordu|sazin|vers|susisiek(?!s)|kreip|legatur|obrni|stik|povez|επικοινων|απευθυν|επαφή|פנ[הו]|קשר|تواصل|اتص|ติดต่อ|lienhe|lienlac|hubungi|bitten|demand|pida|solicit|chied|peca|vraag|bedi[nt]|popros|pozad|oslov|kerje|попрос|洽|[聯連联][絡繫系络]|咨询';
/** Where the partner is named first, in a case that makes it the one who is contacted. */
const partnerFirst =
  '(ihre|seine|deine)[nm].{0,9}partner.{0,18}(wende|kontakt|verbindung)|met(uw|je)partner.?contact|partner.{0,6}(hez|vel).{0,12}(fordul|kapcsolat)|kumppani(isi|in).{0,12}yhteyt|partneri(ga|poole).{0,10}(uhendus|poordu)|(ortag|partner).{0,5}[ae].{0,8}(ulas|basvur|iletisim|irtibat|gorus|temas)|パートナー.{0,3}(に|へ|と|まで)ご?お?(連絡|問い?合わ?せ|相談|確認)|파트너(사|님)?(에|와|께|로).{0,8}(연락|문의|확인|상의)|[與与和跟向].{0,8}[夥伙]伴.{0,3}[聯联連洽確确]';

/** "Contact your partner" in that relation, never "your partner will contact you". */
export const contacting = `(?<!n[ot]+needto|will)(${contact}).{0,22}?(${partnerNames})(?!ер[^уоа])|${partnerFirst}`;

/** "Confirm" and "accept", in forms that do not say that it has happened. */
export const confirming =
  'confirm(?!ed|sy|ad[oa]|ou)|conferm|verify|bestatig|bevestig|bekr[aeæ]ft|erosit|pot(wier|vr|r)[dz]|тв[еъ]?р[дж]|vahvist|kinnita|apstiprin|patvirtin|επιβεβαι|לאשר|אישור|تأكيد|ยืนยัน|xacnhan|onfirmasi|onay|dogrula|確認|确认|확인';
export const accepting =
  '(?<!ge)a[ck][czst]{0,2}e[pit]t(?!ed|ad[oa]|iert)|zustimm|elfogad|p[rz]+[iy]?j|souhlas|соглас|прин(ят|има)|godk|kabul|同意(?!しました)|承諾|接受|동의|수락';

/** Of these, the ones that may stand alone before "contact": "to accept the agreement, contact ...". */
export const acceptingFirst = 'beconfirmed|kabul|同意|承諾|동의|수락';

/** Names of a customer and of an agreement as page text has them, any language. Case does not matter. */
export const customerNames =
  'customer|kund|zákazn|clien|klien[td]|klant|ügyfél|顧客|お客|カスタマー|客[戶户]|고객|müşter|клиент|клієнт|πελ[άα]τ|לקוח|عميل|عملا|ลูกค้า|khách|pelanggan|asiak|korisni|klijent|корисни|клијент|strank';
export const agreementNames =
  'agreement|アグリーメント|vereinbarung|vertrag|contra[ct]|ac[ck]?ord|acuerdo|avtal|aftale|overeenkomst|smlouv|zmluv|um[oó]w|szerződés|sözleşme|anlaşma|соглашени|договор|угод|споразум|σ[ύυ]μβ[άα]σ|συμφων|הסכ[םמ]|اتفاق|ข้อตกลง|สัญญา|thuận|perjanjian|sopimu|leping|līgum|sutart|ugovor|уговор|pogodb|契約|合[約约同]|协议|協議|계약';
/** Microsoft in the scripts it is written in. */
export const makerNames =
  'microsoft|майкрософт|マイクロソフト|微[軟软]|마이크로소프트|مايكروسوفت|מיקרוסופט';

/** Inside a name: another agreement of the same maker. */
export const otherAgreements = 'cloud|partn|雲|云';

/** Inside the statement: Microsoft's own place for partners, or an enquiry instead of a confirmation. */
export const otherMatters =
  'cent[er][re]|centr[ou]|センター|中心|центр|question|bill|invoice|rechnung|fa[ct]tur|their(partner|accept)|ersaccept|copyof';
