import type { JSX } from 'preact';
import type { TabView } from '@/lib/domain/notice/sighting';
import { useWords } from '@/lib/i18n';
import { MessageBar } from '../MessageBar';

/** What was found on the page, word for word, or that nothing was. */
export function NoticeCard(props: {
  view: TabView;
  /** Nothing keeps the panel open: it says that it folds away. */
  folding: boolean;
}): JSX.Element {
  const { t, language } = useWords();
  const { sighting, watched } = props.view;
  const folds = props.folding && <p class="small soft">{t('panel.notice.folds')}</p>;
  if (!sighting) {
    return (
      <MessageBar tone="info">
        <p>{t(watched ? 'panel.notice.none' : 'panel.notice.unwatched')}</p>
        {folds}
      </MessageBar>
    );
  }
  const languageName =
    new Intl.DisplayNames(language, { type: 'language' }).of(sighting.language) ??
    sighting.language;
  return (
    <figure class={sighting.gone ? 'notice notice-gone' : 'notice'}>
      <figcaption class={sighting.gone ? 'small strong' : 'small soft'}>
        {t(sighting.gone ? 'panel.notice.gone' : 'panel.notice.seen', { language: languageName })}
      </figcaption>
      <blockquote lang={sighting.language} dir="auto">
        {sighting.quote}
      </blockquote>
      {folds}
    </figure>
  );
}
