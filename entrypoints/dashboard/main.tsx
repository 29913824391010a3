import browser from 'webextension-polyfill';
import { Dashboard } from '@/components/dashboard/Dashboard';
import { askAhead } from '@/components/dashboard/history/use-listing';
import { readRoute } from '@/components/dashboard/use-route';
import { mount, type PageProps } from '@/components/mount';

// The rows take longest: they are on their way while the page learns its language and draws its frame.
askAhead(readRoute());

const { version } = browser.runtime.getManifest();

function Page(page: PageProps) {
  return <Dashboard {...page} version={version} />;
}

void mount(Page);
