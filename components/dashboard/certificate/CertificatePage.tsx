import type { JSX } from 'preact';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { spaced } from '@/components/spaced';
import { useAsked } from '@/components/use-asked';
import { pageStyle, pageTokens, paperFor, sealsOf } from '@/lib/domain/record/certificate';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { type Paper, papers, type Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { listEvidence, readRecordTrail } from '@/lib/requests';
import { Certificate } from './Certificate';
import './certificate.css';
import { Problem } from '@/components/Problem';
import { Loading } from '../Loading';
import { PageHead, type UpLink } from '../PageHead';
import { isMalformed, MissingRecord } from '../record/MissingRecord';

export type CertificatePageProps = {
  recordId: string;
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  version: string;
  up: UpLink;
};

/** One record as a sheet of paper on the screen, with the way to the printer beside it. */
export function CertificatePage(props: CertificatePageProps): JSX.Element {
  const { t } = useWords();
  const { recordId } = props;
  const asked = useAsked(() => readPrint(recordId), recordId, ['trailChanged']);
  const { value } = asked;
  const record = value?.record;
  if (value ? !record : isMalformed(asked.error))
    return <MissingRecord {...(value && { remains: value })} up={props.up} />;

  return (
    <>
      <PageHead
        title={t('certificate.title')}
        // The browser names the printed file after the tab.
        {...(record && { tab: fileName(record, value) })}
        about={t('certificate.about')}
        up={props.up}
      />
      {!value && asked.error === undefined && <Loading />}
      <Problem error={asked.error} again={asked.again} />
      {value && record && <Printable {...props} {...value} record={record} />}
    </>
  );
}

type Print = Awaited<ReturnType<typeof readPrint>>;

/** What is written of a record, and the names of its files, which are kept beside the trail. */
async function readPrint(recordId: string) {
  const trail = await readRecordTrail.ask({ recordId });
  const named = trail.record?.files.length ? await listEvidence.ask({ recordId }) : [];
  return { ...trail, fileNames: new Map(named.map(({ fileId, name }) => [fileId, name])) };
}

/** With the end of the history that is worth noting: this installation's own, where it has written of the record. */
function fileName({ number }: AttestationRecord, print: Print): string {
  return [number, sealsOf(print).chains[0]?.seal?.fingerprint].filter(Boolean).join(' ');
}

function Printable(
  props: CertificatePageProps & Omit<Print, 'record'> & { record: AttestationRecord },
): JSX.Element {
  const { t, direction } = useWords();
  const { record, events, unread, setBack, settings, change } = props;
  const usual = paperFor(navigator.language);
  const paper = settings.paper === 'auto' ? usual : settings.paper;
  const seals = sealsOf(props);
  const foot = {
    start: `${record.number} · ${seals.record.fingerprint}`,
    pages: t('certificate.foot.pages', pageTokens),
  };

  return (
    <>
      <style>{pageStyle(paper, foot, direction)}</style>
      <div class="certificate-tools">
        <Field
          label={t('certificate.paper')}
          value={settings.paper}
          options={papers.map((value) => ({
            value,
            label:
              value === 'auto'
                ? t('certificate.paper.auto', { paper: t(`certificate.paper.${usual}`) })
                : t(`certificate.paper.${value}`),
          }))}
          onInput={(chosen) => void change({ paper: chosen as Paper })}
        />
        <button class="button button-primary" type="button" onClick={() => print()}>
          <Icon name="print" />
          {t('certificate.print')}
        </button>
        <a class="button" href={`#/record/${record.recordId}`}>
          {t('certificate.back')}
        </a>
      </div>
      {settings.partnerName.trim() === '' && (
        <div class="certificate-hint">
          <MessageBar tone="info">
            <p>
              {spaced(t('certificate.partnerMissing'))}
              <a href="#/settings">{t('certificate.toSettings')}</a>
            </p>
          </MessageBar>
        </div>
      )}
      <Certificate
        record={record}
        events={events}
        unread={unread}
        setBack={setBack}
        seals={seals}
        settings={settings}
        fileNames={props.fileNames}
        product={`${t('common.product')} ${props.version}`}
        printedAt={new Date().toISOString()}
      />
    </>
  );
}
