import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { spaced } from '@/components/spaced';
import type { StepId } from '@/lib/domain/guide/guide';
import type { LetterPurpose } from '@/lib/domain/letters/customer-letter';
import type { Attestation } from '@/lib/domain/record/attestation';
import { agreementChoiceFor } from '@/lib/domain/record/countries';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { CustomerLetter } from './CustomerLetter';
import { HandOff } from './HandOff';
import { MessageBar } from './MessageBar';
import { Opener } from './Opener';
import type { Letters } from './use-letters';

/** What a step's papers are made from. */
export type StepMaterial = {
  /** The customer and person as far as they are known: prefills a letter. */
  known: Attestation;
  /** What was collected for this customer; absent where nothing is. */
  collected: AttestationRecord | Attestation | undefined;
  settings: Settings;
  letters: Letters;
  /** Opens the form, where nothing is collected yet. */
  onRecord?: (() => void) | undefined;
};

/** The paper that a step of the guide needs: a letter to the customer, or the hand-off to the provider. */
export function StepHelp(props: StepMaterial & { step: StepId }): JSX.Element | null {
  switch (props.step) {
    case 'ask-direct':
      return <LetterOpener {...props} purpose="direct" />;
    case 'send-link':
      return <LetterOpener {...props} purpose="link" />;
    case 'hand-to-provider':
      return <HandOffOpener {...props} />;
    case 'record-signer':
    case 'collect-evidence':
      return <AgreementHint {...props.known} />;
    default:
      return null;
  }
}

function LetterOpener(props: StepMaterial & { purpose: LetterPurpose }): JSX.Element {
  const { t } = useWords();
  const { purpose, letters } = props;
  const edit = letters.edit(purpose);
  return (
    <Opener
      icon="edit"
      label={t('guide.letter.write')}
      closeLabel={t('guide.letter.close')}
      open={edit.open === true}
      onToggle={() => letters.change(purpose, { open: !edit.open })}
    >
      <CustomerLetter
        purpose={purpose}
        known={props.known}
        sender={props.settings.recorderName}
        edit={edit}
        onEdit={(changes) => letters.change(purpose, changes)}
      />
    </Opener>
  );
}

/** The hand-off behind its button. */
export function HandOffOpener(
  props: Pick<StepMaterial, 'collected' | 'settings'> &
    Partial<Pick<StepMaterial, 'known' | 'onRecord'>>,
): JSX.Element {
  const { t } = useWords();
  const { collected, known, settings, onRecord } = props;
  const [open, setOpen] = useState(false);
  return (
    <Opener
      icon="upload"
      label={t('guide.handOff.prepare')}
      closeLabel={t('guide.handOff.close')}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      {!collected && (
        <MessageBar tone="info">
          <p>{t('guide.handOff.fromKnown')}</p>
          {onRecord && (
            <button class="link-button" type="button" onClick={onRecord}>
              {t('guide.handOff.record')}
            </button>
          )}
        </MessageBar>
      )}
      {(collected ?? known) && (
        <HandOff
          collected={collected ?? { ...known!, ...recorder(settings) }}
          settings={settings}
          isDraft={collected !== undefined}
        />
      )}
    </Opener>
  );
}

const recorder = ({ recorderName, role }: Settings) => ({
  recordedBy: recorderName,
  recorderRole: role,
});

/** What to choose on Microsoft's page of the agreement's texts, for this customer. */
function AgreementHint({
  country,
  language,
}: Pick<Attestation, 'country' | 'language'>): JSX.Element {
  const { t, language: own } = useWords();
  const choice = agreementChoiceFor(country, language);
  if (choice.country === '') return <p class="small soft">{t('guide.agreementText.unknown')}</p>;
  const names = new Intl.DisplayNames(own, { type: 'language' });
  const nameOf = (tag: string) => names.of(script[tag] ?? tag) ?? tag;
  const others = choice.offered.filter((tag) => tag !== choice.language);
  return (
    <p class="small soft">
      {spaced(
        t('guide.agreementText.choose', {
          country:
            new Intl.DisplayNames(own, { type: 'region' }).of(choice.country) ?? choice.country,
          language: nameOf(choice.language),
        }),
      )}
      {others.length > 0 &&
        t('guide.agreementText.also', {
          languages: new Intl.ListFormat(own, { type: 'conjunction' }).format(others.map(nameOf)),
        })}
    </p>
  );
}

/** Chinese is told apart by how it is written: Microsoft's text for Taiwan has the tag of Hong Kong. */
const script: Record<string, string> = { 'zh-HK': 'zh-Hant', 'zh-SG': 'zh-Hans' };
