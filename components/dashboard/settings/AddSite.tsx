import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { readHost, type TypedHost } from '@/lib/domain/address/hosts';
import { askForHost } from '@/lib/host-permission';
import { useWords } from '@/lib/i18n';
import { switchHost } from '@/lib/requests';

/** One more site to watch: read as it is typed, judged when it is added, allowed in the browser's own question. */
export function AddSite({ known }: { known: string[] }): JSX.Element {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [judged, setJudged] = useState(false);
  const [declined, setDeclined] = useState<string>();
  const adding = useAct();
  const read = readHost(text);
  const problem = judged ? problemIn(read) : undefined;

  function problemIn(read: TypedHost): string | undefined {
    if ('problem' in read) return t(`hosts.problem.${read.problem}`, { host: read.host ?? '' });
    if (known.includes(read.host)) return t('hosts.add.already', { host: read.host });
    if (declined === read.host) return t('hosts.add.declined', { host: read.host });
    return undefined;
  }

  function add(event: SubmitEvent): void {
    event.preventDefault();
    setJudged(true);
    if ('problem' in read || known.includes(read.host)) return;
    const { host } = read;
    setDeclined(undefined);
    void adding.act(async () => {
      // First of all, because the browser asks only within a person's click.
      if (!(await askForHost(host))) {
        setDeclined(host);
        return;
      }
      await switchHost.ask({ host, on: true });
      setText('');
      setJudged(false);
    });
  }

  return (
    <form class="stack-tight" onSubmit={add} noValidate>
      <Field
        label={t('hosts.add')}
        hint={t('hosts.add.hint')}
        code
        value={text}
        problem={problem}
        warning={
          'host' in read && 'foreign' in read && read.foreign ? foreignOf(read.host) : undefined
        }
        onInput={(value) => {
          setText(value);
          setJudged(false);
        }}
      />
      <Problem error={adding.error} />
      <div>
        <button class="button" type="submit" disabled={adding.busy}>
          {t('hosts.add.do')}
        </button>
      </div>
    </form>
  );

  function foreignOf(host: string): string {
    return t('hosts.add.foreign', { host });
  }
}
