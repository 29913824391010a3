/** Why Microsoft's enhanced attestation API would refuse or doubt a company name. */
export type CompanyNameOddity =
  | 'one-character'
  | 'only-punctuation'
  | 'legal-form'
  | 'like-domain'
  | 'repeated-character'
  | 'spaced-letters';

/**
 * What is odd about a company name, or `undefined`. The first three are refused by the enhanced API, the
 * others are doubted (Microsoft's page on customer acceptance and on validating names, read 2026-11).
 * @example companyNameOddity('G.m.b.H.') // 'legal-form'
 */
export function companyNameOddity(name: string): CompanyNameOddity | undefined {
  const text = name.normalize('NFKC').trim();
  const letters = text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  if (text === '') return undefined;
  if (letters === '') return 'only-punctuation';
  if (legalForms.has(letters.toLowerCase())) return 'legal-form';
  if ([...letters].length === 1) return 'one-character';
  if (/^(\p{L})\1{2,}$/u.test(letters.toLowerCase())) return 'repeated-character';
  if (/^(?:\p{Script=Latin}\s+){2,}\p{Script=Latin}$/u.test(text)) return 'spaced-letters';
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|info|biz|eu|[a-z]{2})$/iu.test(text))
    return 'like-domain';
  return undefined;
}

/** Legal forms with letters only, lower case: a name that is nothing else names no company. */
const legalForms = new Set(
  (
    'inc incorporated corp corporation co company llc llp lp lllp plc ltd limited pllc pc pty ptyltd pteltd pte ' +
    'coltd gmbh gmbhcokg ug ag kg ohg gbr ev eg kgaa se sa sas sasu sarl eurl snc scs sci spa srl srls sapa ' +
    'bv nv vof cv bvba sprl asbl vzw ab as asa aps ans oy oyj ehf hf sl slu sapidecv sadecv ltda eireli lda ' +
    'unipessoallda sro spzoo doo dd ood eood ad ead kft bt zrt nyrt ооо оао зао ао пао ип тов оод еоод ад ' +
    'ae epe ike oe αε επε ικε οε sdnbhd bhd tbk pt jsc ojsc pjsc ltdşti ltdsti aş wll fzco fze fzllc pvtltd pvt ' +
    'kk gk 株 株式会社 有 有限会社 合同会社 合資会社 合名会社 股份有限公司 有限公司 有限责任公司 有限責任公司 公司 ' +
    '주 주식회사 유한회사 บริษัท จำกัด บริษัทจำกัด côngtytnhh côngtycổphần בעמ شركة ذمم'
  )
    .normalize('NFKC')
    .split(' '),
);
