import { holdsAcceptanceLink, maskedAcceptanceLink } from '../address/address-text';
import { directAcceptanceUrl } from '../guide/guide-links';
import { languagesOf } from '../record/countries';
import { type LetterTexts, letterTexts } from './customer-letter-texts';

/** Languages a letter exists in. */
export type LetterLanguage = keyof typeof letterTexts;
export const letterLanguages = Object.keys(letterTexts) as LetterLanguage[];

/** What the customer is asked for: direct acceptance in the admin center, or acceptance through a link. */
export type LetterPurpose = 'direct' | 'link';

/** A letter ready to be changed, copied or opened in the mail program. */
export type Letter = { subject: string; body: string };

/**
 * A letter to the person at the customer who may accept. Values that are empty stand as a blank in
 * brackets, in the letter's language. The acceptance link is a secret: in a letter of purpose `link` it is
 * always a blank, which only `outgoingLetter` fills.
 */
export function letterFor(
  purpose: LetterPurpose,
  language: LetterLanguage,
  who: { name: string; company: string; sender: string },
): Letter {
  const texts: LetterTexts = letterTexts[language];
  const { blank } = texts;
  const values: Record<string, string> = {
    name: who.name.trim() || blank.name,
    company: who.company.trim() || blank.company,
    sender: who.sender.trim() || blank.sender,
    link: purpose === 'direct' ? directAcceptanceUrl : blank.link,
  };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);

  const steps = [
    purpose === 'direct' ? texts.directOpen : texts.linkOpen,
    texts.accept,
    texts.tell,
  ];
  const paragraphs = [
    texts.hello,
    texts.why,
    steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    purpose === 'direct' ? texts.ifSentence : texts.onlyForYou,
    texts.onlyYou,
    `${texts.regards}\n{sender}`,
  ];
  return { subject: fill(texts.subject), body: fill(paragraphs.join('\n\n')) };
}

/**
 * The letter as it is shown: an acceptance link stands masked where its blank was, so that nobody reads it
 * over a shoulder; without one the blank stands. `link` is empty while none is known.
 */
export function shownLetter(letter: Letter, language: LetterLanguage, link: string): Letter {
  return eachPart(letter, (text) => {
    const { blank } = letterTexts[language];
    return link ? text.replaceAll(blank.link, maskedAcceptanceLink) : text;
  });
}

/** A shown letter as it is kept while it is being edited: with the blank again, whatever link was pasted into it. */
export function editedLetter(shown: Partial<Letter>, language: LetterLanguage): Partial<Letter> {
  const { blank } = letterTexts[language];
  return eachPart(shown, (text) =>
    text
      .replace(/[^\s"'<>]+/g, (word) => (holdsAcceptanceLink(word) ? blank.link : word))
      .replaceAll(maskedAcceptanceLink, blank.link),
  );
}

/** The letter as it leaves, copied or handed to the mail program: with the acceptance link in its place. */
export function outgoingLetter(letter: Letter, language: LetterLanguage, link: string): Letter {
  const { blank } = letterTexts[language];
  return link ? eachPart(letter, (text) => text.replaceAll(blank.link, () => link)) : letter;
}

function eachPart<Parts extends Partial<Letter>>(
  letter: Parts,
  change: (text: string) => string,
): Parts {
  const parts = Object.entries(letter).map(([part, text]) => [part, change(text)]);
  return Object.fromEntries(parts) as Parts;
}

/**
 * The language to write in: the one agreed for the customer, else the country's, else English.
 * A guess that a person can change.
 */
export function letterLanguageFor(country: string, language = ''): LetterLanguage {
  const agreed = language ? spoken(language) : undefined;
  if (agreed) return agreed;
  const code = country.toUpperCase();
  const own = byCountry[code];
  if (own) return own;
  const offered = languagesOf(code)[1];
  return (offered && spoken(offered)) || 'en';
}

/** Where the agreement's second language is not the one to begin with, and countries without an agreement text. */
const byCountry: Record<string, LetterLanguage> = {
  CA: 'en',
  CM: 'en',
  CN: 'zh-CN',
  SG: 'en',
  TW: 'zh-TW',
};

function spoken(tag: string): LetterLanguage | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  if (language === 'zh') return rest.some((part) => traditional.has(part)) ? 'zh-TW' : 'zh-CN';
  if (language === 'pt') return rest.includes('br') ? 'pt-BR' : 'pt-PT';
  return letterLanguages.find((known) => known === language);
}

const traditional = new Set(['tw', 'hk', 'mo', 'hant']);

/** The blanks that a letter in this language still holds, but for the link's, which the sender fills in the mail. */
export function blanksIn({ subject, body }: Letter, language: LetterLanguage): string[] {
  const { link: _, ...blanks } = letterTexts[language].blank;
  return Object.values(blanks).filter((blank) => `${subject}\n${body}`.includes(blank));
}

/**
 * What to open in the mail program. Chromium on Windows long dropped a longer address without a word
 * (2,048 characters; crbug.com/727909), and a letter in Japanese or Russian is longer once it is encoded:
 * then `withBody` is false and the body has to travel by the clipboard.
 */
export function mailFor(email: string, letter: Letter): { href: string; withBody: boolean } {
  const whole = mailAddress(email, letter);
  if (whole.length <= longestAddress) return { href: whole, withBody: true };
  const bare = mailAddress(email, { ...letter, body: '' });
  const subject = bare.length <= longestAddress ? letter.subject : '';
  return { href: mailAddress(email, { subject, body: '' }), withBody: false };
}

const longestAddress = 2_000;

/** The letter as an address that opens the mail program. */
export function mailAddress(email: string, { subject, body }: Letter): string {
  const lines = body.replace(/\n/g, '\r\n');
  const to = email.trim().split('@').map(encoded).join('@');
  return `mailto:${to}?subject=${encoded(subject)}${body && `&body=${encoded(lines)}`}`;
}

/** Half a character, which a person may have left by editing, has no encoding. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
