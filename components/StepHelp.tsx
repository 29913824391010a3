import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Attestation } from '@/lib/domain/attestation';
import type { LetterPurpose } from '@/lib/domain/customer-letter';
import type { StepId } from '@/lib/domain/guide';
import type { AttestationRecord } from '@/lib/domain/record';
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
export function HandOffOpener(props: Pick<StepMaterial, 'collected' | 'settings'>): JSX.Element {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Opener
      icon="upload"
      label={t('guide.handOff.prepare')}
      closeLabel={t('guide.handOff.close')}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      {props.collected ? (
        <HandOff collected={props.collected} settings={props.settings} />
      ) : (
        <MessageBar tone="info">
          <p>{t('guide.handOff.nothing')}</p>
        </MessageBar>
      )}
    </Opener>
  );
}
