import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';
import type { BundleVerdict } from '@/lib/domain/bundle/bundle-check';
import { readFingerprint } from '@/lib/domain/trail/fingerprint';
import { useWords } from '@/lib/i18n';
import { readBundleFile } from './bundle-file';
import '../evidence.css';
import { Problem } from '@/components/Problem';
import { useFilesGiven } from '@/components/use-files-given';
import { PageHead } from '../PageHead';
import { useWork } from '../use-work';
import { Working } from '../Working';
import { Verdict } from './Verdict';

/** Check an exported file from anywhere, byte for byte; nothing is imported. */
export function VerifyPage(): JSX.Element {
  const { t } = useWords();
  const work = useWork();
  const [known, setKnown] = useState('');
  const [checked, setChecked] = useState<{ name: string; verdict: BundleVerdict }>();
  const zone = useRef<HTMLElement>(null);
  const fingerprint = readFingerprint(known);
  const malformed = known.trim() !== '' && !fingerprint;

  const check = (files: readonly File[]) => {
    const [file] = files;
    if (!file || malformed) return;
    setChecked(undefined);
    work.run(async (tools) => {
      const verdict = await readBundleFile(file, { known: fingerprint, ...tools });
      setChecked({ name: file.name, verdict });
    });
  };
  const isOver = useFilesGiven(zone, check);

  return (
    <>
      <PageHead title={t('evidence.verify.title')} about={t('evidence.verify.about')} />
      <section ref={zone} class={isOver ? 'card drop-zone-over' : 'card'} aria-labelledby="verify">
        <h2 id="verify">{t('evidence.verify.file')}</h2>
        <Field
          label={t('evidence.verify.known')}
          hint={t('evidence.verify.knownHint')}
          code
          value={known}
          problem={malformed ? t('evidence.verify.knownProblem') : undefined}
          onInput={(value) => {
            setKnown(value);
            // An answer to another question must not stand beside this one.
            setChecked(undefined);
          }}
        />
        <div class="row">
          <label class="button button-primary file-button" aria-disabled={malformed}>
            <Icon name="search" />
            {t('evidence.verify.choose')}
            <input
              class="visually-hidden"
              type="file"
              accept=".json,application/json"
              disabled={malformed}
              onChange={(event) => {
                check([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <span class="soft small">{t('evidence.verify.orDrop')}</span>
        </div>
        {work.share !== undefined && (
          <Working label={t('evidence.verify.working')} share={work.share} onStop={work.stop} />
        )}
        <div role="status">
          {checked && <Verdict name={checked.name} verdict={checked.verdict} />}
        </div>
        <Problem error={work.error} />
      </section>
      <section class="card" aria-labelledby="verify-elsewhere">
        <h2 id="verify-elsewhere">{t('evidence.verify.elsewhere')}</h2>
        <p>{t('evidence.verify.elsewhereAbout')}</p>
        <p class="mono" dir="ltr">
          npm run verify -- FILE --head 42-9f3a-11bc-77d0-12ef
        </p>
        <p class="soft">{t('history.seal.limit')}</p>
      </section>
    </>
  );
}
