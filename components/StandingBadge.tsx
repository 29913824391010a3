import type { JSX } from 'preact';
import { type RecordState, type Standing, standingOf } from '@/lib/domain/record/attestation';
import { useWords } from '@/lib/i18n';
import { Icon, type IconName } from './Icon';

const looks: Record<Standing, { icon: IconName; tone: string }> = {
  'kept-here': { icon: 'history', tone: '' },
  filed: { icon: 'upload', tone: 'badge-brand' },
  verified: { icon: 'seal', tone: 'badge-good' },
  closed: { icon: 'bad', tone: 'badge-warn' },
};

/** What a record's state is worth: kept here, said to be filed or said to be verified with Microsoft, or closed. */
export function StandingBadge({ state }: { state: RecordState }): JSX.Element {
  const { t } = useWords();
  const standing = standingOf[state];
  const { icon, tone } = looks[standing];
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} size={14} />
      {t(`record.standing.${standing}`)}
    </span>
  );
}
