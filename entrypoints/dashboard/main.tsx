import browser from 'webextension-polyfill';
import { Dashboard } from '@/components/dashboard/Dashboard';
import { mount, type PageProps } from '@/components/mount';

const { version } = browser.runtime.getManifest();

function Page(page: PageProps) {
  return <Dashboard {...page} version={version} />;
}

void mount(Page);
