import type { JSX } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { spaced } from '@/components/spaced';
import { readAddress } from '@/lib/domain/address/address';
import { acceptanceLinkIn } from '@/lib/domain/address/address-text';
import {
  blanksIn,
  editedLetter,
  type Letter,
  type LetterLanguage,
  type LetterPurpose,
  letterFor,
  letterLanguageFor,
  letterLanguages,
  mailFor,
  outgoingLetter,
  shownLetter,
} from '@/lib/domain/letters/customer-letter';
import type { Attestation } from '@/lib/domain/record/attestation';
import { useWords } from '@/lib/i18n';
import { Copied } from './Copied';
import { signerName } from './dashboard/labels';
import { Field } from './Field';
import { Icon } from './Icon';
import './letters.css';
import { MailLink } from './MailLink';
import { MessageBar } from './MessageBar';
import { SecretField } from './SecretField';
import { useCopy } from './use-copy';
import type { LetterEdit } from './use-letters';

export type CustomerLetterProps = {
  purpose: LetterPurpose;
  /** The customer and the person there, as a draft or record has them. */
  known: Attestation;
  /** Who signs the letter. */
  sender: string;
  edit: LetterEdit;
  onEdit: (changes: Partial<LetterEdit>) => void;
};

/** The letter to the customer, in the customer's language, to be changed, copied or sent. It is kept nowhere. */
export function CustomerLetter(props: CustomerLetterProps): JSX.Element {
  const { purpose, known, edit, onEdit } = props;
  const { t, language: own } = useWords();
  const id = useId();
  const { outcome, copy } = useCopy();
  const languages = useMemo(() => languageOptions(own), [own]);

  const language = edit.language ?? languageOf(known, own);
  const company = edit.company ?? (known.companyName.trim() || known.customerDomain.trim());
  const name = edit.name ?? signerName(known);
  const email = edit.email ?? known.email;
  const link = edit.link?.trim() ?? '';
  const changed = edit.texts?.[language];
  const letter = {
    ...letterFor(purpose, language, { name, company, sender: props.sender }),
    ...changed,
  };
  const shown = shownLetter(letter, language, link);
  const outgoing = outgoingLetter(letter, language, link);
  const text = { lang: language, dir: 'ltr' } as const; // none of the letters' languages runs from right to left
  // A link pasted into the text moves to its own field, where it is masked.
  const setText = (part: Partial<Letter>) => {
    const pasted = acceptanceLinkIn(Object.values(part).join('\n'));
    onEdit({
      texts: { ...edit.texts, [language]: { ...changed, ...editedLetter(part, language) } },
      ...(pasted && { link: pasted }),
    });
  };
  const blanks = blanksIn(letter, language);

  return (
    <section class="letter stack" aria-labelledby={id}>
      <h3 id={id}>{t(`guide.letter.purpose.${purpose}`)}</h3>
      <Field
        label={t('guide.letter.language')}
        value={language}
        options={languages}
        onInput={(value) => onEdit({ language: value as LetterLanguage })}
      />
      <Field
        label={t('guide.letter.company')}
        value={company}
        onInput={(value) => onEdit({ company: value })}
      />
      <div class="grid-2">
        <Field
          label={t('guide.letter.name')}
          value={name}
          onInput={(value) => onEdit({ name: value })}
        />
        <Field
          label={t('guide.letter.email')}
          type="email"
          value={email}
          onInput={(value) => onEdit({ email: value })}
        />
      </div>
      <Field
        {...text}
        label={t('guide.letter.subject')}
        rows={2}
        value={shown.subject}
        onInput={(subject) => setText({ subject: subject.replace(/\s*\n\s*/g, ' ') })}
      />
      <Field
        {...text}
        label={t('guide.letter.body')}
        rows={14}
        value={shown.body}
        hint={
          blanks.length > 0 ? t('guide.letter.blanks', { blanks: blanks.join(' ') }) : undefined
        }
        onInput={(body) => setText({ body })}
      />
      {changed && (
        <p class="small">
          {spaced(t('guide.letter.changed'))}
          <button
            class="link-button"
            type="button"
            onClick={() => onEdit({ texts: { ...edit.texts, [language]: undefined } })}
          >
            {t('guide.letter.undo')}
          </button>
        </p>
      )}
      {(purpose === 'link' || link) && (
        <>
          <SecretField
            label={t('guide.letter.link')}
            hint={t('guide.letter.link.hint')}
            warning={
              link && readAddress(link).kind !== 'acceptance-link'
                ? t('guide.letter.link.wrong')
                : undefined
            }
            value={edit.link ?? ''}
            onInput={(value) => onEdit({ link: value })}
          />
          <MessageBar tone="warn">
            <p>{t('guide.letter.linkNote')}</p>
          </MessageBar>
        </>
      )}
      <div class="row">
        <button class="button button-primary" type="button" onClick={() => copy(outgoing.body)}>
          <Icon name="copy" />
          {t('guide.letter.copyBody')}
        </button>
        <button class="button" type="button" onClick={() => copy(outgoing.subject)}>
          {t('guide.letter.copySubject')}
        </button>
        <MailLink email={email} letter={outgoing} shown={shown} copy={copy} />
        <Copied outcome={outcome} />
      </div>
      {!mailFor(email, outgoing).withBody && <p class="small soft">{t('guide.letter.tooLong')}</p>}
      <p class="small soft">{t('guide.letter.notStored')}</p>
    </section>
  );
}

/** As the customer's country and agreement suggest; while neither is known, the language we speak ourselves. */
function languageOf({ country, language }: Attestation, own: string): LetterLanguage {
  return letterLanguageFor(country, language || (country ? '' : own));
}

/** Chinese is told apart by how it is written, not by where. */
const script: Partial<Record<LetterLanguage, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

function languageOptions(own: string): { value: LetterLanguage; label: string }[] {
  const names = new Intl.DisplayNames(own, { type: 'language' });
  const compare = new Intl.Collator(own).compare;
  return letterLanguages
    .map((value) => ({ value, label: names.of(script[value] ?? value) ?? value }))
    .sort((one, other) => compare(one.label, other.label));
}
