import type { JSX } from 'preact';
import { type Claim, claims } from '@/lib/domain/guide/guide';
import { useWords } from '@/lib/i18n';
import { Field } from './Field';

/** What a customer or an order said, where no page says it: the guide then goes by that. */
export function ClaimChooser(props: {
  claim: Claim | undefined;
  /** The page itself says nothing. */
  unseen: boolean;
  onClaim: (claim: Claim | undefined) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <Field
      label={t('guide.claim.label')}
      value={props.claim ?? ''}
      options={[
        { value: '', label: t(props.unseen ? 'guide.claim.none.unseen' : 'guide.claim.none') },
        ...claims.map((claim) => ({ value: claim, label: t(`guide.claim.${claim}`) })),
      ]}
      onInput={(value) => props.onClaim(claims.find((claim) => claim === value))}
    />
  );
}
