import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Bundle one entry of this folder into a script that runs by itself. */
export async function bundle(entry) {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: true,
      target: 'chrome123',
      lib: { entry: resolve(import.meta.dirname, entry), formats: ['iife'], name: 'bench' },
    },
  });
  return [result].flat()[0].output[0].code;
}

/** The machine's own Chromium, or else Playwright's. */
export function launch(args = []) {
  const own = '/usr/bin/chromium';
  return chromium.launch({
    ...(existsSync(own) ? { executablePath: own } : {}),
    chromiumSandbox: false,
    args: ['--enable-precise-memory-info', ...args],
  });
}
