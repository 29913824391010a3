import type { StringKey } from '@/lib/strings';
import type { Said } from '../guide/guide';
import type { Finding } from './look-up';

/** How a caller speaks: lib/words.ts, or a part of it. */
type Speaking = {
  t: (key: StringKey, values?: Record<string, string | number>) => string;
  say: (said: Said) => string;
};

/** What a finding is called, in the list and over its detail. */
export function titleOf(finding: Finding, { t, say }: Speaking): string {
  switch (finding.kind) {
    case 'notice':
      return finding.quote;
    case 'entry':
      return say(finding.entry.title);
    case 'topic':
      return say(finding.title);
    case 'address':
      return t(`popup.address.${finding.reading.kind}`);
    case 'tenant-id':
      return t('popup.tenant', { id: finding.tenantId });
    case 'domain':
      return t('popup.domain', { domain: finding.domain });
    case 'email':
      return t('popup.email', { email: finding.email });
    case 'record-number':
      return t('popup.number', { number: finding.number });
  }
}

/** A message as Microsoft shows it, in English; empty for what is no message. */
export function originalOf(finding: Finding): string {
  if (finding.kind !== 'entry') return '';
  const { kind, isDescription, text } = finding.entry;
  return kind === 'symptom' || isDescription ? '' : text;
}

/** The words that find this finding again: a message's own, else its title. */
export function wordsFinding(finding: Finding, speaking: Speaking): string {
  return finding.kind === 'entry' ? finding.entry.text : titleOf(finding, speaking);
}
