import type { JSX } from 'preact';
import type { TabView } from '@/lib/domain/sighting';
import { useWords } from '@/lib/i18n';
import { MessageBar } from '../MessageBar';

/** What was found on the page, word for word, or that nothing was. */
export function NoticeCard({ view }: { view: TabView }): JSX.Element {
  const { t, language } = useWords();
  const { sighting } = view;
  if (!sighting) {
    return (
      <MessageBar tone="info">
        <p>{t(view.watched ? 'panel.notice.none' : 'panel.notice.unwatched')}</p>
      </MessageBar>
    );
  }
  const languageName =
    new Intl.DisplayNames(language, { type: 'language' }).of(sighting.language) ??
    sighting.language;
  return (
    <figure class="notice">
      <figcaption class="small soft">
        {t(sighting.gone ? 'panel.notice.gone' : 'panel.notice.seen', { language: languageName })}
      </figcaption>
      <blockquote lang={sighting.language} dir="auto">
        {sighting.quote}
      </blockquote>
    </figure>
  );
}
