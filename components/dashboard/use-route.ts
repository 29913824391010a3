import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressOf, parseRoute, type Route } from './route';

/**
 * Where the person is, from the address after `#`. The text of a search lives in the history entry's
 * state instead: it survives reload and Back, and never stands in an address.
 */
export function useRoute(): { route: Route; go: (route: Route, replace?: boolean) => void } {
  const [route, setRoute] = useState(readRoute);

  useEffect(() => {
    const moved = () => setRoute(readRoute());
    const stop = new AbortController();
    window.addEventListener('hashchange', moved, { signal: stop.signal });
    window.addEventListener('popstate', moved, { signal: stop.signal });
    return () => stop.abort();
  }, []);

  const go = useCallback((next: Route, replace = false) => {
    const entry = [stateOf(next), '', addressOf(next)] as const;
    if (replace) history.replaceState(...entry);
    else history.pushState(...entry);
    setRoute(next);
  }, []);

  return { route, go };
}

/** The route that the address stands for now. */
export function readRoute(): Route {
  const route = parseRoute(location.hash);
  if (route.name !== 'history') return route;
  if (route.filters.text) {
    history.replaceState(stateOf(route), '', addressOf(route));
    return route;
  }
  return { ...route, filters: { ...route.filters, text: textIn(history.state) } };
}

function stateOf(route: Route): { text: string } | null {
  return route.name === 'history' ? { text: route.filters.text } : null;
}

function textIn(state: unknown): string {
  return typeof state === 'object' && state !== null && 'text' in state ? String(state.text) : '';
}
