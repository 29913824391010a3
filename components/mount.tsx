import { type ComponentType, type JSX, render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Settings } from '@/lib/domain/settings';
import { WordsProvider } from '@/lib/i18n';
import { readSettings } from '@/lib/requests';
import { wordsFor } from '@/lib/words';
import { FailureNotice } from './FailureNotice';
import { FatalBoundary, FatalError } from './FatalError';
import './theme.css';
import { useSettings } from './use-settings';

export type PageProps = {
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
};

/** Show a page of ours in the person's language and direction; a failure shows what happened, never nothing. */
export async function mount(Page: ComponentType<PageProps>): Promise<void> {
  const root = document.getElementById('root')!;
  try {
    const settings = await readSettings.ask();
    render(
      <FatalBoundary>
        <Speaking Page={Page} first={settings} />
      </FatalBoundary>,
      root,
    );
  } catch (error) {
    render(<FatalError detail={String(error)} />, root);
  }
}

function Speaking(props: { Page: ComponentType<PageProps>; first: Settings }): JSX.Element {
  const { settings, change } = useSettings(props.first);
  const words = useMemo(
    () => wordsFor(settings.language, navigator.languages),
    [settings.language],
  );
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
  }, [words]);

  return (
    <WordsProvider value={words}>
      <FailureNotice />
      <props.Page settings={settings} change={change} />
    </WordsProvider>
  );
}
