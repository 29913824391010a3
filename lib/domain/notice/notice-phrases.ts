/**
 * What the notice is made of, in regular expressions over folded text (notice-folding.ts: lower case,
 * no spaces, accents or punctuation), so they may be written with accents. Compact on purpose: every
 * frame of the watched pages loads this. All languages are looked for at once: a page may hold several.
 *
 * Where the parts come from, and how sure they are:
 * - en es fr hu nl pl cs pt sv tr ko zh: wordings of the notice in Microsoft's localized documentation,
 *   2020-2021, two or more versions; ru and ja: the same, as a gloss beside the English sentence; de and it:
 *   only in indirect speech. Sure of these, not of what the pages say today. Other verbs for "contact", "ask"
 *   and "confirm" and the word order are ordinary grammar of the language.
 * - sk uk bg sr nb et lv lt hr el ar id: names of the agreement, the partner and acceptance in that
 *   documentation; the sentence itself was never seen. Likely.
 * - ca da fi ro sl he th vi: ordinary grammar of the language; nothing of Microsoft's was seen. A guess.
 * "Reseller" for "partner" is known in en es fr it pt ja ko zh alone; Microsoft's own wordings never say it.
 */

/**
 * A partner, as page text has it. These are looked for in the text of whole pages, again and again,
 * each by itself (the engine then skips through the text), and only what stands near a hit is read.
 */
export const partnerNames =
  'part[en][en]|soci|parceir|r[ei][sv]e[ln][ld]|kumppani|ortağ|партн|συνεργ|שותף|شريك|คู่ค|พันธ|พาร์|đối[^]{0,9}tác|mitra|夥伴|伙伴|经销|經銷|パートナー|リセラー|파트너|리셀러';

/** "Contact", or "ask": to write or speak to somebody, in forms that ask for it. Not "contacted". */
const contact =
  '[ckr](?<!(will|n[ot]+needto).)(onta[ck]?t+(?!ed[^ei]|ing|ad[oa]|ato)|each(outtoyour)?)|touch|speak|talk|check|ask|an(ihr|dein)en|consult|wende|wendu|sprech|verbindung|joi(gn|nd)|solicit|rapproch|adress|rivolg|procur|comuni[qc]|fordul|kapcsol|zwro[ct]|popros|porozm|obrat|pozad|spoj|mluv|prosi|povez|chied|frag|meld|zapyt|raadpl|geliev|обра[тщ]|[сз]вя[жз]|попрос|зверн|замол|свър[жз]|обърн|zamol|zatraz|yhtey|uhend|poord|sazin|vers|susisiek|kreip|legatur|obrni|stik|ulas|basvur|iletisim|irtibat|gorus|επικοινων|απευθυν|פנ[הו]|קשר|تواصل|اتص|ติดต่อ|ขอให|lienhe|yeucau|hubungi|minta|онтакт|연락|문의|상의|요청|洽|[聯連联][絡繫系络]|[咨諮][询詢]';
/** Words before a partner, and endings, that make it the one who is contacted, asked or spoken to. */
const contactedBefore =
  '(with|to|have)your|[acx](votre|ton)|(con|com|(?<!l)al?|ao)(el|il|o)?([st]e?u|propri|v[ou]e?str)[aoe]?|(met|bij|aan|tot|vraag)(uw|je)|(med|till?|hos|bed?)(din|er)?|(ihr|sein|dein)e[nm]|s([vw](o[gijm]|e[ghm]|ym)|av).{0,3}|сво.{1,4}|cu|voi|τον?|ל|עםה|מה|אלה|(ب|مع|من|لى)(ال)?';
const contactedAfter =
  'zpartnerem|partnere?[idt]?(hez|vel|rel|ga|poole)|partneret(?!t)|partneril|kumppani(i|a|lt|sika)|ortag(in)?(iz[ld]?)?a(?!r)|партньора|(너|러)(사|님)?(에(?!의)|와|께|로)|([與与和跟向让讓请請]|求[您你]).{0,9}[夥伙]伴';
/** The same with the verb behind it. */
const contactedFirst = '[ナラ]ー.{0,3}([にへと]|まで)ご?お?(連|問|相|確|依)';

/** The partner as the one who is contacted: enough before the agreement is named. */
export const contacted = `(${contactedBefore})(csp|microsoft)?(${partnerNames})|${contactedAfter}`;
/** "Contact your partner" in that relation, never "your partner will contact you". */
export const contacting = `(${contact}).{0,22}?(${partnerNames})|(${contacted}).{0,18}?(${contact})|${contactedFirst}`;

/** "Confirm", in forms that do not say that it has happened; and "accept", where it says as much. */
export const confirming =
  'onfirm(?!ed|sy|ad[oa]|ou)|beconfirmed|conferm|[vw]er[iy]?f|valid|attest|bestatig|bevestig(?!d)|bekr[aeæ]ft|erosit|igazol|pot(wier|vr|r)[dz]|тв[еъ]?р[дж]|vahvist|kinnita|apstiprin|patvirtin|επιβεβαι|[לי]אשר|אישור|تأكيد|يؤكد|ยืนยัน|xacnhan|onay|kabul|確認|确认|同意|承諾|확인(?!했|되)|동의|수락';
/** "Accept" to the same end: only behind "contact". */
export const accepting =
  '(?<!ge)a[ck][czst]{0,2}e[pit]t(?!ed|ad[oa]|iert)|zustimm|elfogad|p[rz]+[iy]?j|при+н|godk|接受';

/** Names of a customer and of an agreement as page text has them, any language. Case does not matter. */
export const customerNames =
  'custom|kund|zákazn|[ck]lij?en|klant|ügyf|客|カスタマ|고객|müşter|кл[иі]ј?[еє]н|πελ[άα]τ|לקוח|عم[لي]|ลูกค|khách|pelang|asiak|korisni|корисни|strank|kupc';
export const agreementNames =
  'agreem|アグリ|vereinb|vertrag|contra[ct]|ac[ck]?u?[oe]rd|a[vf]tal|overeenk|[sz]ml[ou]+v|um[oó]w|szerz|sözle|anla[sş]m|соглаш|договор|уго[вд]|споразум|σ[ύυ]μ|הסכ|اتفاق|ข้อตก|สัญญ|thuận|perjanj|sopim|lepin|līgum|sutart|ugovor|pogodb|[契合][約约同]|[协協]|계약';
/** Microsoft in the scripts it is written in. */
export const makerNames = 'microsoft|софт|ソフ|微|소프';

/** In the beginning of a name: another agreement of the same maker. */
export const otherAgreements = 'cloud|partn|雲|云';

/** Inside the statement: Microsoft's own place for partners, or another matter than the confirmation. */
export const otherMatters =
  'cent[er][re]|centr[ou]|センター|센터|中心|центр|question|pric|bill|invoice|rechnung|fa[ct]tur|their(partner|accept)|ersaccept|copyof';
