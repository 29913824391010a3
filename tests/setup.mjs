// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// What `npm start` and `npm test` need before anything else: the dependencies and a browser. Plain
// Node 20 and nothing from npm, because on a fresh clone there is nothing from npm yet.

const root = resolve(import.meta.dirname, '..');

const whatToInstall =
  'No browser found that can load the extension: install Chromium, Chrome for Testing or Microsoft Edge ' +
  '(or run `npx playwright install chromium`), or name one in COUNTERSIGN_BROWSER; ' +
  'branded Google Chrome does not do, since version 137 it ignores --load-extension.';

/**
 * The path of a browser that loads unpacked extensions from the command line.
 * @returns {string | undefined} undefined when this machine has none
 */
export function findBrowser() {
  const chosen = process.env.COUNTERSIGN_BROWSER;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  const candidates = [...downloadedBrowsers(), ...(installedBrowsers[process.platform] ?? [])];
  return candidates.find((path) => existsSync(path));
}

/**
 * The same, or an error with the one sentence that says what to install.
 * @returns {string}
 */
export function requireBrowser() {
  const found = findBrowser();
  if (!found) throw new Error(whatToInstall);
  return found;
}

/** Whether Chromium's sandbox can work: as root it cannot. */
export const canSandbox = process.getuid?.() !== 0;

const windowsRoots = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
];

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const installedBrowsers = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: windowsRoots.flatMap((folder) =>
    folder
      ? [
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
};

const downloadedPrograms = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ]),
];

/** Browsers that Playwright or Puppeteer have put into their own folders, newest first. */
function downloadedBrowsers() {
  const caches = {
    linux: join(homedir(), '.cache'),
    darwin: join(homedir(), 'Library/Caches'),
    win32: process.env.LOCALAPPDATA ?? homedir(),
  };
  const cache = caches[/** @type {keyof typeof caches} */ (process.platform)] ?? caches.linux;
  const playwright = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(cache, 'ms-playwright');
  const versions = [
    ...foldersIn(playwright).filter((path) => /chromium-\d+$/.test(path)),
    ...foldersIn(join(homedir(), '.cache/puppeteer/chrome')),
  ];
  return versions.flatMap((folder) => downloadedPrograms.map((program) => join(folder, program)));
}

/** @param {string} folder */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return names.map((name) => join(folder, name));
}

/** npm writes this file last, so an install that was cut short does not count. */
const installedLock = join(root, 'node_modules/.package-lock.json');

function installPackages() {
  const isFresh =
    existsSync(installedLock) &&
    statSync(installedLock).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isFresh) return;
  console.log('Installing the dependencies (npm ci) …');
  run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
}

function installBrowser() {
  const canInstall = !canSandbox && isDebian();
  if (canInstall && !process.env.COUNTERSIGN_BROWSER && (!findBrowser() || !hasChineseFont())) {
    console.log("Installing Debian's chromium and a font for Chinese …");
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
  }
  requireBrowser();
}

function isDebian() {
  const about = '/etc/os-release';
  return existsSync(about) && /^ID=debian$/m.test(readFileSync(about, 'utf8'));
}

/** Without one the screenshots in Traditional Chinese show empty boxes. */
function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh-tw'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function run(command, parameters) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    throw new Error(
      `\`${command} ${parameters.join(' ')}\` failed${error ? `: ${error.message}` : '.'}`,
    );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    installPackages();
    installBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
