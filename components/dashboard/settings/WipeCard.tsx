import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { MessageBar } from '@/components/MessageBar';
import { useAct } from '@/components/use-act';
import { useWords } from '@/lib/i18n';
import { wipeTrail } from '@/lib/requests';
import { ExportEverything } from '../files/ExportCard';
import { ModalForm } from '../ModalForm';

/** Delete everything that is kept here, after a word was typed; an export is offered first. */
export function WipeCard({ version }: { version: string }): JSX.Element {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <section class="card" aria-labelledby="wipe">
      <h2 id="wipe">{t('history.wipe.title')}</h2>
      <p>{t('history.wipe.about')}</p>
      <div>
        <button class="button" type="button" onClick={() => setAsking(true)}>
          {t('history.wipe.open')}
        </button>
      </div>
      <div role="status">
        {done && <MessageBar tone="good">{t('history.wipe.done')}</MessageBar>}
      </div>
      {asking && (
        <AskWipe
          version={version}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setDone(true);
          }}
        />
      )}
    </section>
  );
}

function AskWipe(props: { version: string; onClose: () => void; onDone: () => void }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, act } = useAct();
  const word = t('history.wipe.word');
  const isWord = typed.trim().toLowerCase() === word.toLowerCase();

  const submit = () => {
    setTried(true);
    if (!isWord) return;
    void act(async () => {
      await wipeTrail.ask({ confirm: 'wipe' });
      props.onDone();
    });
  };

  return (
    <ModalForm
      title={t('history.wipe.ask')}
      submit={t('history.wipe.submit')}
      danger
      busy={busy}
      error={error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p>{t('history.wipe.about')}</p>
      <ExportEverything label={t('history.wipe.exportFirst')} version={props.version} />
      <Field
        label={t('history.wipe.type', { word })}
        value={typed}
        problem={tried && !isWord ? t('history.wipe.problem', { word }) : undefined}
        onInput={setTyped}
      />
    </ModalForm>
  );
}
