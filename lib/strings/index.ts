import boardEn from './en/board.json';
import catalogueEn from './en/catalogue.json';
import certificateEn from './en/certificate.json';
import commonEn from './en/common.json';
import evidenceEn from './en/evidence.json';
import formEn from './en/form.json';
import guideEn from './en/guide.json';
import historyEn from './en/history.json';
import hostsEn from './en/hosts.json';
import importEn from './en/import.json';
import panelEn from './en/panel.json';
import popupEn from './en/popup.json';
import recordEn from './en/record.json';
import settingsEn from './en/settings.json';
import boardZh from './zh-TW/board.json';
import catalogueZh from './zh-TW/catalogue.json';
import certificateZh from './zh-TW/certificate.json';
import commonZh from './zh-TW/common.json';
import evidenceZh from './zh-TW/evidence.json';
import formZh from './zh-TW/form.json';
import guideZh from './zh-TW/guide.json';
import historyZh from './zh-TW/history.json';
import hostsZh from './zh-TW/hosts.json';
import importZh from './zh-TW/import.json';
import panelZh from './zh-TW/panel.json';
import popupZh from './zh-TW/popup.json';
import recordZh from './zh-TW/record.json';
import settingsZh from './zh-TW/settings.json';

// One file an area and language, so that two people can write at once. Keys start with their area's
// name; tests/lib/strings.test.ts holds the languages to the same keys and the same values in each string.

const en = {
  ...commonEn,
  ...panelEn,
  ...guideEn,
  ...catalogueEn,
  ...formEn,
  ...recordEn,
  ...historyEn,
  ...popupEn,
  ...settingsEn,
  ...hostsEn,
  ...boardEn,
  ...certificateEn,
  ...evidenceEn,
  ...importEn,
};

/** A singular (`….one`) is a form of its key, and only some languages have one. */
export type StringKey = Exclude<keyof typeof en, `${string}.one`>;
export type StringTable = Record<StringKey, string> & {
  [singular in `${StringKey}.one`]?: string;
};

const zhTW: StringTable = {
  ...commonZh,
  ...panelZh,
  ...guideZh,
  ...catalogueZh,
  ...formZh,
  ...recordZh,
  ...historyZh,
  ...popupZh,
  ...settingsZh,
  ...hostsZh,
  ...boardZh,
  ...certificateZh,
  ...evidenceZh,
  ...importZh,
};

export const stringTables: Record<'en' | 'zh-TW', StringTable> = { en, 'zh-TW': zhTW };
