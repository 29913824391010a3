import type { JSX } from 'preact';
import { spaced } from '@/components/spaced';
import type { CertificateSeals, Seal } from '@/lib/domain/record/certificate';
import { useWords } from '@/lib/i18n';
import { PrintTable } from './PrintTable';
import { momentUtc } from './print-texts';

/** The fingerprints, whose history each of them is of, and what they show and cannot show. */
export function CertificateSealsTable({ seals }: { seals: CertificateSeals }): JSX.Element {
  const { t } = useWords();
  const { record, chains } = seals;
  const isAllOwn = chains.every(({ isOwn }) => isOwn);
  return (
    <section aria-labelledby="seals" class="certificate-seals">
      <h2 id="seals">{t('certificate.seals')}</h2>
      <PrintTable
        caption={t('certificate.seals.caption')}
        widths={isAllOwn ? ['50%', '50%'] : ['42%', '58%']}
        rows={[
          {
            key: 'record',
            cells: [t('certificate.seals.record'), <Fingerprint key="record" {...record} />],
          },
          ...chains.map(({ writer, isOwn, seal }) => ({
            key: writer,
            cells: [
              t(isOwn ? 'certificate.seals.here' : 'certificate.seals.elsewhere'),
              <Newest key={writer} writer={writer} seal={seal} isBrief={isAllOwn} />,
            ],
          })),
        ]}
      />
      {chains.length > 1 && <p>{t('certificate.seals.several', { count: chains.length })}</p>}
      <p>{t('certificate.seals.about')}</p>
    </section>
  );
}

function Fingerprint({ fingerprint }: Seal): JSX.Element {
  return (
    <span class="mono" dir="ltr">
      {fingerprint}
    </span>
  );
}

/** Where a chain ends; unless that goes without saying, also which entry it is, when it was written and by which installation. */
function Newest(props: { writer: string; seal: Seal | undefined; isBrief: boolean }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { writer, seal, isBrief } = props;
  return (
    <>
      {seal ? <Fingerprint {...seal} /> : t('certificate.seals.unreadable')}
      {seal && !isBrief && (
        <div>
          {t('certificate.seals.entry', {
            number: String(seal.sequence),
            at: momentUtc(seal.at, words),
          })}
        </div>
      )}
      {!isBrief && (
        <div>
          {spaced(t('certificate.seals.installation'))}
          <span class="mono" dir="ltr">
            {writer}
          </span>
        </div>
      )}
    </>
  );
}
