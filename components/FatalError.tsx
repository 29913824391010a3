import { Component, type ComponentChildren, type JSX } from 'preact';
import { useWords } from '@/lib/i18n';

/** Shown when a page fails: says that nothing saved is lost, and what to report. */
export function FatalError({ detail }: { detail: string }): JSX.Element {
  const { t } = useWords();
  return (
    <main class="stack" style={{ padding: '24px' }}>
      <h1>{t('common.fatal.title')}</h1>
      <p>{t('common.fatal.body')}</p>
      <pre class="mono small" style={{ whiteSpace: 'pre-wrap' }}>
        {detail}
      </pre>
      <div>
        <button class="button button-primary" type="button" onClick={() => location.reload()}>
          {t('common.retry')}
        </button>
      </div>
    </main>
  );
}

/** Catches what its children throw while drawing, so that a bug never leaves an empty page. */
export class FatalBoundary extends Component<{ children: ComponentChildren }, { detail?: string }> {
  override state: { detail?: string } = {};

  static override getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render(): ComponentChildren {
    const { detail } = this.state;
    return detail === undefined ? this.props.children : <FatalError detail={detail} />;
  }
}
