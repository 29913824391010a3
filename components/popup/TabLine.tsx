import type { JSX } from 'preact';
import { maskAddress } from '@/lib/domain/address/address';
import { guideFor } from '@/lib/domain/guide/guide';
import type { TabView } from '@/lib/domain/notice/sighting';
import { useWords } from '@/lib/i18n';
import type { PageProps } from '../mount';
import { useWatchedHosts } from '../use-watched-hosts';
import { PageLook, WatchToo } from './PageLook';

/** The state of the current tab in one line. */
export function TabLine(props: {
  view: TabView | undefined;
  settings: PageProps['settings'];
  address: string | undefined;
  onOpenPanel?: (() => void) | undefined;
}): JSX.Element {
  const { view, settings } = props;
  const { t, say } = useWords();
  const { value: hosts, error } = useWatchedHosts();
  if (!view || !(hosts || error)) return <p class="tab-line soft">{t('common.loading')}</p>;

  const guide = guideFor({
    sighting: view.sighting,
    addressAtStart: view.addressAtStart,
    // Of a page that is not watched, the browser tells the address while the popup stands open on it.
    addressNow: view.addressNow ?? props.address,
    settings,
    records: [],
    answers: view.answers?.given ?? {},
    claim: view.answers?.claim,
    today: new Date().toISOString().slice(0, 10),
  });
  // Where the page was not read, what rests on there being no notice is not known.
  const isRead = view.addressNow !== undefined;
  const isSilent = guide.case === 'no-notice' || (!isRead && guide.case === 'direct-possible');
  const tells = view.sighting !== undefined || !isSilent;
  const where = view.host ?? maskAddress(view.addressNow ?? '');
  // A page that was looked at once has a copy of our script, and is not watched for that.
  const watched = view.watched && hosts?.some(({ host, on }) => on && host === view.host);
  return (
    <div class={tells ? 'tab-line tab-line-seen' : 'tab-line'}>
      {tells ? (
        <p>{say(guide.title)}</p>
      ) : watched || view.tabId === undefined ? (
        <p>{t(watched ? 'popup.tab.silent' : 'popup.tab.unwatched', { host: where })}</p>
      ) : (
        <PageLook tabId={view.tabId} />
      )}
      {!watched && <WatchToo address={props.address} />}
      {tells && props.onOpenPanel && (
        <button class="link-button" type="button" onClick={props.onOpenPanel}>
          {t('popup.tab.open')}
        </button>
      )}
    </div>
  );
}
