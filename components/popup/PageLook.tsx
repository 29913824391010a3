import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { RequestError } from '@/lib/define-request';
import { isDefaultHost, readHost } from '@/lib/domain/address/hosts';
import { askForHost } from '@/lib/host-permission';
import { useWords } from '@/lib/i18n';
import { lookAtTab, switchHost } from '@/lib/requests';

type Look = 'none' | 'looking' | 'found' | 'refused' | 'failed';

/** A page that is not watched, looked at when the person asks. One line says what was found. */
export function PageLook({ tabId }: { tabId: number }): JSX.Element {
  const { t } = useWords();
  const [look, setLook] = useState<Look>();

  async function lookNow(): Promise<void> {
    setLook('looking');
    try {
      const { found } = await lookAtTab.ask({ tabId });
      setLook(found ? 'found' : 'none');
    } catch (error) {
      const isRefused = error instanceof RequestError && error.problem === 'not-allowed';
      setLook(isRefused ? 'refused' : 'failed');
    }
  }

  return (
    <>
      <p role="status">{look ? t(`hosts.look.${look}`) : t('popup.tab.unwatched')}</p>
      <button
        class="link-button"
        type="button"
        disabled={look === 'looking'}
        onClick={() => void lookNow()}
      >
        {t('hosts.look')}
      </button>
    </>
  );
}

/** Watch the current page's site from now on; nothing for what is no such site. `address` as the browser tells it. */
export function WatchToo({ address }: { address: string | undefined }): JSX.Element | null {
  const { t } = useWords();
  const site = readHost(
    address !== undefined && URL.canParse(address) ? new URL(address).origin : '',
  );
  if ('problem' in site) return null;
  const { host } = site;

  async function watch(): Promise<void> {
    if (!isDefaultHost(host) && !(await askForHost(host))) return;
    await switchHost.ask({ host, on: true });
  }

  return (
    <button class="link-button" type="button" onClick={() => void watch()}>
      {t('hosts.watchToo')}
    </button>
  );
}
