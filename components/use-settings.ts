import { useCallback } from 'preact/hooks';
import type { Settings } from '@/lib/domain/settings';
import { changeSettings, readSettings } from '@/lib/requests';
import { useAsked } from './use-asked';

/** The settings as they stand, kept up to date, and how to change some of them. */
export function useSettings(): {
  settings: Settings | undefined;
  change: (changes: Partial<Settings>) => Promise<void>;
} {
  const { value } = useAsked(() => readSettings.ask(), 'settings', ['settings']);
  const change = useCallback(async (changes: Partial<Settings>) => {
    await changeSettings.ask(changes);
  }, []);
  return { settings: value, change };
}
