import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { newDraftIds } from '@/components/use-tab-draft';
import { type HandOff, handedOverBy } from '@/lib/domain/hand-off';
import type { Bundle } from '@/lib/domain/history-bundle';
import type { Settings } from '@/lib/domain/settings';
import type { BundleSummary } from '@/lib/domain/trail';
import { useWords } from '@/lib/i18n';
import { importTrail, keepDraft } from '@/lib/requests';
import { readChosenFile } from './chosen-file';
import { handOffDraft } from './drafts';
import { HandOffPreview } from './HandOffPreview';
import { ImportPreview } from './ImportPreview';
import { Problem } from './Problem';
import type { Route } from './route';
import { useAct } from './use-act';

type Step =
  | { name: 'choose' }
  | { name: 'preview'; bundle: Bundle; summary: BundleSummary }
  | { name: 'hand-off'; pack: HandOff }
  | { name: 'done'; summary: BundleSummary };

/**
 * Bring in a file: choose it, see what would happen, agree. An export adds to the history; a reseller's hand-off
 * becomes a draft. A refused file changes nothing and says why.
 */
export function ImportCard(props: { settings: Settings; go: (route: Route) => void }): JSX.Element {
  const { t, say } = useWords();
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const { busy, error, act } = useAct();
  const input = useRef<HTMLInputElement>(null);

  const choose = (file: File) => {
    setStep({ name: 'choose' });
    void act(async () => {
      const read = await readChosenFile(file);
      if (read.kind === 'hand-off') return setStep({ name: 'hand-off', pack: read.pack });
      const { bundle } = read;
      const summary = await importTrail.ask(wish(bundle, true));
      setStep({ name: 'preview', bundle, summary });
    });
  };
  const agree = (bundle: Bundle) =>
    act(async () => {
      const summary = await importTrail.ask(wish(bundle, false));
      input.current!.value = '';
      setStep({ name: 'done', summary });
    });
  const begin = (pack: HandOff) =>
    act(async () => {
      const handedOver = say(handedOverBy(pack));
      const draft = handOffDraft({ pack, handedOver }, props.settings, newDraftIds(), new Date());
      await keepDraft.ask(draft);
      props.go({ name: 'draft', draftId: draft.draftId });
    });
  const cancel = () => {
    input.current!.value = '';
    setStep({ name: 'choose' });
    input.current!.focus();
  };

  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{t('history.import.title')}</h2>
      <p>{t('history.import.about')}</p>
      <p>{t('guide.handOff.import.how')}</p>
      <div>
        <label class="button file-button">
          <Icon name="upload" />
          {t('history.import.file')}
          <input
            ref={input}
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) choose(file);
            }}
          />
        </label>
      </div>
      <div class="stack" role="status">
        {busy && step.name === 'choose' && (
          <p class="row soft">
            <span class="spinner" aria-hidden="true" />
            {t('history.import.reading')}
          </p>
        )}
        {step.name === 'done' && (
          <MessageBar tone="good">
            <p>{t('history.import.done', { count: step.summary.events })}</p>
            <p>
              <a href="#/">{t('history.import.toHistory')}</a>
            </p>
          </MessageBar>
        )}
      </div>
      {step.name === 'preview' && (
        <ImportPreview
          summary={step.summary}
          busy={busy}
          onAgree={() => void agree(step.bundle)}
          onCancel={cancel}
        />
      )}
      {step.name === 'hand-off' && (
        <HandOffPreview
          pack={step.pack}
          busy={busy}
          onAgree={() => void begin(step.pack)}
          onCancel={cancel}
        />
      )}
      {error !== undefined && <p class="strong">{t('history.import.refused')}</p>}
      <Problem error={error} />
    </section>
  );
}

function wish({ events, people }: Bundle, dryRun: boolean) {
  return { events, people, dryRun };
}
