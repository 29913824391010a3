import type { JSX } from 'preact';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import type { AttestationRecord } from '@/lib/domain/record/record';
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
                  <bdi>
                    {maskAcceptanceLinks(props.names.get(fileId) ?? t('certificate.unnamed'))}
                  </bdi>
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
