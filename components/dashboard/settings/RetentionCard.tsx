import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { pruneTrail, readRetention } from '@/lib/requests';
import { ModalForm } from '../ModalForm';

type Shown = Awaited<ReturnType<typeof readRetention.ask>>;

/** How long records are kept: no limit unless the person sets one, and nothing goes before it was shown and asked for. */
export function RetentionCard(props: {
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
}): JSX.Element {
  const { t } = useWords();
  const { settings, change } = props;
  const [typed, setTyped] = useState(
    settings.retentionMonths ? String(settings.retentionMonths) : '',
  );
  const [asking, setAsking] = useState<Shown>();
  const [done, setDone] = useState('');
  const { error, act } = useAct();
  const months = Number(typed);
  const isOff = typed.trim() === '';
  const isWrong = !isOff && !(Number.isInteger(months) && months >= 1 && months <= 1_200);
  const valid = isOff || isWrong ? 0 : months;
  useEffect(() => {
    if (isWrong || valid === settings.retentionMonths) return;
    void act(() => change({ retentionMonths: valid }));
  }, [valid, isWrong]);
  const shown = useAsked(
    () => (valid ? readRetention.ask({ months: valid }) : Promise.resolve(undefined)),
    String(valid),
    ['trailChanged'],
  );

  return (
    <section class="card" aria-labelledby="retention">
      <h2 id="retention">{t('evidence.retention.title')}</h2>
      <p>{t('evidence.retention.about')}</p>
      <div class="field-short">
        <Field
          label={t('evidence.retention.months')}
          hint={t('evidence.retention.monthsHint')}
          code
          value={typed}
          problem={isWrong ? t('evidence.retention.problem') : undefined}
          onInput={(value) => {
            setTyped(value);
            setDone('');
          }}
        />
      </div>
      <div class="stack" role="status">
        {valid > 0 && shown.value && !shown.isStale && (
          <Preview shown={shown.value} onAsk={() => setAsking(shown.value)} />
        )}
        {done && <MessageBar tone="good">{done}</MessageBar>}
      </div>
      <Problem error={error ?? shown.error} again={shown.again} />
      {asking && (
        <AskPrune
          {...props}
          shown={asking}
          onClose={() => setAsking(undefined)}
          onDone={(records) => {
            setAsking(undefined);
            setDone(t('evidence.retention.done', { count: records }));
            shown.again();
          }}
        />
      )}
    </section>
  );
}

function Preview({ shown, onAsk }: { shown: Shown; onAsk: () => void }): JSX.Element {
  const { t, instant } = useWords();
  const { records, held, until, before } = shown;
  return (
    <>
      {records === 0 ? (
        <p>{t('evidence.retention.nothing', { before: instant(before) })}</p>
      ) : (
        <p>
          {t('evidence.retention.would', {
            count: records,
            before: instant(before),
            until: instant(until),
          })}
        </p>
      )}
      {held > 0 && <p class="soft">{t('evidence.retention.held', { count: held })}</p>}
      {records > 0 && (
        <div>
          <button class="button" type="button" onClick={onAsk}>
            {t('evidence.retention.open')}
          </button>
        </div>
      )}
    </>
  );
}

function AskPrune(props: {
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  shown: Shown;
  onClose: () => void;
  onDone: (records: number) => void;
}): JSX.Element {
  const { t, instant } = useWords();
  const { settings, shown } = props;
  const [name, setName] = useState(settings.recorderName);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, act } = useAct();
  const word = t('history.wipe.word');
  const isWord = typed.trim().toLowerCase() === word.toLowerCase();
  const noName = name.trim() === '' ? t('history.move.problem.name') : undefined;

  const submit = () => {
    setTried(true);
    if (noName || !isWord) return;
    void act(async () => {
      const { before, changes } = shown;
      const by = { name: name.trim(), role: settings.role };
      const { records } = await pruneTrail.ask({ before, changes, by });
      if (!settings.recorderName) await props.change({ recorderName: by.name });
      props.onDone(records);
    });
  };

  return (
    <ModalForm
      title={t('evidence.retention.ask', { count: shown.records })}
      submit={t('evidence.retention.submit')}
      danger
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p>
        {t('evidence.retention.askBody', { count: shown.records, until: instant(shown.until) })}
      </p>
      <p>{t('evidence.retention.checkpoint')}</p>
      <p>{t('evidence.erase.elsewhere')}</p>
      <Field
        label={t('history.move.name')}
        required
        value={name}
        problem={tried ? noName : undefined}
        onInput={(value) => setName(value.slice(0, 300))}
      />
      <Field
        label={t('history.wipe.type', { word })}
        value={typed}
        problem={tried && !isWord ? t('history.wipe.problem', { word }) : undefined}
        onInput={setTyped}
      />
    </ModalForm>
  );
}
