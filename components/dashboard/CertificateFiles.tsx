import type { JSX } from 'preact';
import type { CertificateSeals } from '@/lib/domain/certificate';
import type { AttestationRecord } from '@/lib/domain/record';
import { useWords } from '@/lib/i18n';
import { PrintTable } from './PrintTable';
import { momentUtc } from './print-texts';

/** The evidence files of a record, each with the hash that a copy of it must have. */
export function CertificateFiles(props: {
  record: AttestationRecord;
  names: ReadonlyMap<string, string>;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { files } = props.record;
  return (
    <section aria-labelledby="files" class={files.length > 0 ? undefined : 'certificate-none'}>
      <h2 id="files">{t('certificate.files')}</h2>
      {files.length === 0 ? (
        <p>{t('certificate.files.none')}</p>
      ) : (
        <PrintTable
          caption={t('certificate.files.caption')}
          columns={[
            t('certificate.files.file'),
            t('certificate.files.hash'),
            t('certificate.files.attached'),
          ]}
          widths={['30%', '46%', '24%']}
          rows={files.map(({ fileId, sha256, bytes, type, at, erased }) => ({
            key: fileId,
            cells: [
              <div key="name">
                {erased ? (
                  t('certificate.files.erased')
                ) : (
                  <bdi>{props.names.get(fileId) ?? t('certificate.unnamed')}</bdi>
                )}
                <div>{t('certificate.files.bytes', { type, count: bytes })}</div>
              </div>,
              <span key="hash" class="mono" dir="ltr">
                {sha256}
              </span>,
              momentUtc(at, words),
            ],
          }))}
        />
      )}
    </section>
  );
}

/** The fingerprints, and what they show and cannot show. */
export function CertificateSealsTable({ seals }: { seals: CertificateSeals }): JSX.Element {
  const { t } = useWords();
  const code = (fingerprint: string) => (
    <span key={fingerprint} class="mono" dir="ltr">
      {fingerprint}
    </span>
  );
  return (
    <section aria-labelledby="seals" class="certificate-seals">
      <h2 id="seals">{t('certificate.seals')}</h2>
      <PrintTable
        caption={t('certificate.seals.caption')}
        widths={['50%', '50%']}
        rows={[
          { key: 'record', cells: [t('certificate.seals.record'), code(seals.record)] },
          { key: 'chain', cells: [t('certificate.seals.chain'), code(seals.chain)] },
        ]}
      />
      <p>{t('certificate.seals.about')}</p>
    </section>
  );
}
