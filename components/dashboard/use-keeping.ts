import { useEffect } from 'preact/hooks';
import { useAsked } from '@/components/use-asked';
import { notePersistence, readBackup } from '@/lib/requests';

/**
 * Once there is a first record, ask the browser to keep the data whatever happens: at the person's next click, since some
 * browsers then ask the person, and only once; its answer is kept.
 */
export function useKeeping(): void {
  const { value } = useAsked(() => readBackup.ask(), 'backup', ['trailChanged']);
  const shouldAsk = value !== undefined && value.records > 0 && value.persistence === 'not-asked';
  useEffect(() => {
    if (!shouldAsk) return;
    const stop = new AbortController();
    document.addEventListener('click', () => void askToKeep().catch(() => undefined), {
      once: true,
      signal: stop.signal,
    });
    return () => stop.abort();
  }, [shouldAsk]);
}

/** Ask the browser to keep the data, and keep its answer. A browser that cannot be asked has refused. */
export async function askToKeep(): Promise<void> {
  const granted = (await navigator.storage?.persist?.()) ?? false;
  await notePersistence.ask({ granted });
}
