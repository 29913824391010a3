import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { newDraftIds } from '@/components/use-tab-draft';
import { RequestError } from '@/lib/define-request';
import { type HandOff, handedOverBy } from '@/lib/domain/letters/hand-off';
import type { Settings } from '@/lib/domain/settings';
import type { BundleSummary } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import { dropImport, keepDraft } from '@/lib/requests';
import { handOffDraft } from '../drafts/drafts';
import type { Route } from '../route';
import { useWork } from '../use-work';
import { Working } from '../Working';
import { BroughtBack } from './BroughtBack';
import { finishStaged, type StagedImport } from './bundle-import';
import { readChosenFile } from './chosen-file';
import { HandOffPreview } from './HandOffPreview';
import { ImportPreview } from './ImportPreview';

type Step =
  | { name: 'choose' }
  | { name: 'preview'; staged: StagedImport }
  | { name: 'hand-off'; pack: HandOff }
  | { name: 'done'; summary: BundleSummary }
  | { name: 'stopped' };

/**
 * Bring in a file: choose it, see what would happen, agree. An export adds to the history; a reseller's hand-off
 * becomes a draft. A refused file changes nothing and says why.
 */
export function ImportCard(props: { settings: Settings; go: (route: Route) => void }): JSX.Element {
  const { t, say } = useWords();
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const { busy, error, act } = useAct();
  const input = useRef<HTMLInputElement>(null);

  const reading = useWork();
  const adding = useWork();
  const staged = step.name === 'preview' ? step.staged : undefined;
  useEffect(
    () => () => {
      // What was shown and not agreed to must not stay; what remains goes after this page: when any tab closes, or the worker starts.
      if (staged) dropImport.ask({ importId: staged.importId }).catch(() => {});
    },
    [staged],
  );

  const isAdding = adding.share !== undefined;
  const choose = (file: File) => {
    if (isAdding) return;
    // What another file was refused for says nothing of this one.
    adding.forget();
    setStep({ name: 'choose' });
    reading.run(async (tools) => {
      const read = await readChosenFile(file, tools);
      setStep(
        read.kind === 'hand-off'
          ? { name: 'hand-off', pack: read.pack }
          : { name: 'preview', staged: read.staged },
      );
    });
  };
  const agree = (staged: StagedImport) => {
    if (isAdding) return;
    adding.run(async (tools) => {
      try {
        const summary = await finishStaged(staged, tools);
        setStep({ name: 'done', summary });
      } catch (error) {
        // Only then is it known that nothing was changed.
        if (error !== tools.signal.reason) throw error;
        setStep({ name: 'stopped' });
        input.current?.focus();
      }
    });
  };
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

  const writing = error ?? (staged && adding.error);
  const failure = writing ?? reading.error;
  // Where the worker has died while it wrote, nobody knows.
  const isUnchanged = !(writing instanceof RequestError && writing.problem === 'unreachable');

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
            aria-disabled={isAdding}
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              // The same file can be chosen again after it was refused.
              event.currentTarget.value = '';
              if (file) choose(file);
            }}
          />
        </label>
      </div>
      {reading.share !== undefined && (
        <Working
          label={t('history.import.reading')}
          share={reading.share}
          onStop={() => {
            reading.stop();
            cancel();
          }}
        />
      )}
      <div class="stack" role="status">
        {step.name === 'done' && (
          <MessageBar tone="good">
            <p>{t('history.import.done', { count: step.summary.events })}</p>
            <p>
              <a href="#/">{t('history.import.toHistory')}</a>
            </p>
          </MessageBar>
        )}
        {step.name === 'done' && <BroughtBack summary={step.summary} linked />}
        {step.name === 'stopped' && <p>{t('history.import.stopped')}</p>}
      </div>
      {step.name === 'preview' && (
        <ImportPreview
          summary={step.staged.summary}
          busy={isAdding}
          onAgree={() => agree(step.staged)}
          onCancel={isAdding ? undefined : cancel}
        />
      )}
      {adding.share !== undefined && (
        <Working label={t('history.import.adding')} share={adding.share} onStop={adding.stop} />
      )}
      {step.name === 'hand-off' && (
        <HandOffPreview
          pack={step.pack}
          busy={busy}
          onAgree={() => void begin(step.pack)}
          onCancel={cancel}
        />
      )}
      {failure !== undefined && isUnchanged && <p class="strong">{t('history.import.refused')}</p>}
      <Problem error={failure} />
    </section>
  );
}
