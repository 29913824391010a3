import { useCallback, useState } from 'preact/hooks';
import type { Settings } from '@/lib/domain/settings';
import { changeSettings, readSettings } from '@/lib/requests';
import { useAsked } from './use-asked';

/**
 * The settings as they stand, kept up to date, and how to change some of them. A change shows at once,
 * before it is stored: a letter typed meanwhile must not be overwritten by an older answer.
 */
export function useSettings(first: Settings): {
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
} {
  const { value = first } = useAsked(() => readSettings.ask(), 'settings', ['settings']);
  const [ahead, setAhead] = useState<Partial<Settings>>({});

  const change = useCallback(async (changes: Partial<Settings>) => {
    setAhead((before) => ({ ...before, ...changes }));
    try {
      await changeSettings.ask(changes);
    } catch (error) {
      setAhead((before) => without(before, changes));
      throw error;
    }
  }, []);

  // Stored by now: from here on the stored value speaks again, also when another page changes it.
  const waiting = without(ahead, value);
  if (Object.keys(waiting).length < Object.keys(ahead).length) setAhead(waiting);

  return { settings: { ...value, ...waiting }, change };
}

/** Those of `changes` that differ from what `known` says. */
function without(changes: Partial<Settings>, known: Partial<Settings>): Partial<Settings> {
  const different = Object.entries(changes).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof Settings]),
  );
  return Object.fromEntries(different);
}
