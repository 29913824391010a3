import type { JSX } from 'preact';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import { originalOf, titleOf } from '@/lib/domain/look-up/finding-title';
import type { Finding } from '@/lib/domain/look-up/look-up';
import { standingOf } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { Icon, type IconName } from '../Icon';

const icons: Record<Finding['kind'], IconName> = {
  notice: 'warn',
  entry: 'info',
  topic: 'info',
  address: 'open',
  'tenant-id': 'search',
  domain: 'search',
  email: 'person',
  'record-number': 'search',
};

/** One candidate in the list, with the reason why it is there. */
export function FindingLine({ finding }: { finding: Finding }): JSX.Element {
  const words = useWords();
  const original = originalOf(finding);
  return (
    <>
      <Icon name={icons[finding.kind]} size={18} />
      <span class="stack-tight">
        <span class="strong clamp" dir="auto">
          {titleOf(finding, words)}
        </span>
        {original && (
          <span class="small clamp" lang="en" dir="ltr">
            {original}
          </span>
        )}
        <span class="small soft">{words.say(finding.reason)}</span>
      </span>
    </>
  );
}

/** A record among the results; `isNearly`: its name is only like what was typed. */
export function RecordLine(props: { record: AttestationRecord; isNearly: boolean }): JSX.Element {
  const { t, day } = useWords();
  const { current, number, state } = props.record;
  return (
    <>
      <Icon name="history" size={18} />
      <span class="stack-tight">
        <span class="strong clamp" dir="auto">
          {maskAcceptanceLinks(current.companyName || current.customerDomain)}
        </span>
        <span class="small soft">
          {t('panel.earlier.line', { number, day: day(current.dateAgreed) })} ·{' '}
          {t(`record.standing.${standingOf[state]}`)}
        </span>
        {props.isNearly && <span class="small soft">{t('popup.nearly')}</span>}
      </span>
    </>
  );
}
