import type { WatchedHost } from '@/lib/domain/address/hosts';
import { listWatchedHosts } from '@/lib/requests';
import { type Asked, useAsked } from './use-asked';

/** The sites that are watched or could be, asked again whenever that changes. */
export function useWatchedHosts(): Asked<WatchedHost[]> {
  return useAsked(() => listWatchedHosts.ask(), 'watched-hosts', ['watchedHosts']);
}
