// Which languages Microsoft offers the agreement in, by country. Source: Microsoft's developer page
// on downloading the agreement template, 2023-07-28. English (en-US) is offered everywhere.
const onlyEnglish =
  'AD AF AG AI AL AM AQ AS AU AW AX AZ BA BB BD BF BI BJ BL BM BN BQ BS BT BV BW CC CD CF CG CK CW ' +
  'CX CY DJ DM EC ER ET FJ FK FM FO GA GB GD GE GG GH GI GL GM GN GP GQ GS GU GW GY HM HT IE IM IO ' +
  'IS JE JM KE KH KI KM KN KY LA LC LK LR LS ME MF MG MH MK ML MM MN MP MQ MR MS MT MV MW MZ NA NC ' +
  'NE NF NG NP NR NU NZ PF PG PH PK PM PN PR PS PW RE SA SB SC SH SJ SL SM SO SR SS SX SZ TC TD TF ' +
  'TG TJ TK TL TM TO TT TV TZ UG UM US VA VC VG VI VU WF WS XK YT ZA ZM ZW';

const alsoIn: Record<string, string> = {
  'ar-SA': 'AE BH EG IQ JO KW LB LY MU OM QA YE',
  'bg-BG': 'BG',
  'cs-CZ': 'CZ',
  'da-DK': 'DK',
  'de-DE': 'AT DE LI',
  'el-GR': 'GR',
  'es-ES': 'AR BO BZ CL CO CR DO ES GT HN MX NI PA PE PY SV UY VE',
  'et-EE': 'EE',
  'fi-FI': 'FI',
  'fr-FR': 'CA CH CI CM DZ FR GF LU MA MC RW SN ST TN',
  'he-IL': 'IL',
  'hi-IN': 'IN',
  'hr-HR': 'HR',
  'hu-HU': 'HU',
  'id-ID': 'ID',
  'it-IT': 'IT',
  'ja-JP': 'JP',
  'kk-KZ': 'KZ',
  'ko-KR': 'KR',
  'lt-LT': 'LT',
  'lv-LV': 'LV',
  'ms-MY': 'MY',
  'nb-NO': 'NO',
  'nl-NL': 'BE NL',
  'pl-PL': 'PL',
  'pt-BR': 'BR',
  'pt-PT': 'AO CV PT',
  'ro-RO': 'MD RO',
  'ru-RU': 'BY KG RU UZ',
  'sk-SK': 'SK',
  'sl-SI': 'SI',
  'sr-Latn-RS': 'RS',
  'sv-SE': 'SE',
  'th-TH': 'TH',
  'tr-TR': 'TR',
  'uk-UA': 'UA',
  'vi-VN': 'VN',
  'zh-HK': 'HK MO TW',
  'zh-SG': 'SG',
};

const languagesByCountry = new Map<string, readonly string[]>([
  ...onlyEnglish.split(' ').map((country) => [country, ['en-US']] as const),
  ...Object.entries(alsoIn).flatMap(([language, countries]) =>
    countries.split(' ').map((country) => [country, ['en-US', language]] as const),
  ),
]);

/**
 * Countries and regions for which Microsoft offers the agreement: ISO 3166-1 alpha-2 (and `XK` for
 * Kosovo), in order of code. Microsoft's own codes for parts of countries (XE, XJ, XS) are left out.
 */
export const countries: readonly string[] = [...languagesByCountry.keys()].sort();

/** Languages of the agreement there, English first, spelled as Microsoft does; none for an unknown country. */
export function languagesOf(country: string): readonly string[] {
  return languagesByCountry.get(country.toUpperCase()) ?? [];
}

/** The name of a country or language; none for what only looks like a code (`en-ab1`), which browsers throw for. */
export function nameOfCode(code: string, names: Intl.DisplayNames): string | undefined {
  try {
    return names.of(code);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What to choose on Microsoft's page of the agreement's texts, as codes; either may be unknown (empty). */
export type AgreementChoice = {
  country: string;
  /** The one agreed with the customer if it is offered there, else the country's own. */
  language: string;
  /** All that are offered there; none for an unknown country. */
  offered: readonly string[];
};

/**
 * The agreement's text for a customer, by country and by the language that was agreed.
 * @example agreementChoiceFor('TW', '').language // 'zh-HK'
 */
export function agreementChoiceFor(country: string, language: string): AgreementChoice {
  const code = country.trim().toUpperCase();
  const offered = languagesOf(code);
  const agreed = offered.find((tag) => tag.toLowerCase() === language.trim().toLowerCase());
  return {
    country: offered.length > 0 ? code : '',
    language: agreed ?? offered.at(-1) ?? '',
    offered,
  };
}
