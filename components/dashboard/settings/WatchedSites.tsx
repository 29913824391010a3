import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import type { WatchedHost } from '@/lib/domain/address/hosts';
import { useWords } from '@/lib/i18n';
import { switchHost } from '@/lib/requests';
import { useWatchedHosts } from '../../use-watched-hosts';
import { AddSite } from './AddSite';

/** Which sites Countersign reads: each can be switched off, and others be added. */
export function WatchedSites(): JSX.Element {
  const { t } = useWords();
  const { value: hosts = [], error, again } = useWatchedHosts();
  const switching = useAct();
  const [switchedOn, setSwitchedOn] = useState<string>();

  const change = ({ host, on }: WatchedHost) =>
    switching.act(async () => {
      await switchHost.ask({ host, on: !on });
      setSwitchedOn(on ? undefined : host);
    });

  return (
    <section class="card" aria-labelledby="settings-sites">
      <h2 id="settings-sites">{t('hosts.title')}</h2>
      <p class="soft">{t('hosts.about')}</p>
      <Problem error={error ?? switching.error} again={again} />
      <ul class="plain-list">
        {hosts.map((site) => (
          <Site key={site.host} site={site} onChange={() => void change(site)} />
        ))}
      </ul>
      <p class="small soft" role="status">
        {switchedOn && t('hosts.nextLoad', { host: switchedOn })}
      </p>
      <AddSite known={hosts.map(({ host }) => host)} />
    </section>
  );
}

function Site({ site, onChange }: { site: WatchedHost; onChange: () => void }): JSX.Element {
  const { t } = useWords();
  const { host, byDefault, on } = site;
  const state = !on ? 'hosts.off' : byDefault ? 'hosts.on' : 'hosts.on.allowed';
  const action = !byDefault ? 'hosts.remove' : on ? 'hosts.switchOff' : 'hosts.switchOn';
  return (
    <li class="row">
      <span class="grow">
        <span class="mono" dir="ltr">
          {host}
        </span>
        <span class="small soft"> · {t(state)}</span>
      </span>
      <button
        class="button"
        type="button"
        aria-label={t(`${action}Named`, { host })}
        onClick={onChange}
      >
        {t(action)}
      </button>
    </li>
  );
}
