import type { StringKey } from '@/lib/strings';
import type { Said } from './guide';
import type { Finding } from './look-up';

/** How a caller speaks: lib/words.ts, or a part of it. */
type Speaking = {
  language: string;
  t: (key: StringKey, values?: Record<string, string | number>) => string;
  say: (said: Said) => string;
};

/** What a finding is called, in the list and over its detail: a message by its own words to who reads English. */
export function titleOf(finding: Finding, { t, say, language }: Speaking): string {
  switch (finding.kind) {
    case 'notice':
      return finding.quote;
    case 'entry':
      if (language !== 'en') return say(finding.entry.title);
      return finding.entry.text || t('popup.code', { code: finding.entry.code ?? '' });
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

/** A message as Microsoft shows it, in English, where its title is in another language; else empty. */
export function originalOf(finding: Finding, { language }: Pick<Speaking, 'language'>): string {
  const isMessage = finding.kind === 'entry' && finding.entry.kind !== 'symptom';
  return isMessage && language !== 'en' ? finding.entry.text : '';
}
