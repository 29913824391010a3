// @ts-check
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { startPage } from './start-page.mjs';

const folder = import.meta.dirname;
const assetPath = '/demo-assets/';

/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Serve the demo admin center on loopback, on a port that is free.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveDemo() {
  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the demo server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** @param {string} target */
async function answer(target) {
  const url = new URL(target, 'http://demo.invalid');
  if (url.pathname === '/') return page(startPage(), {});
  if (url.pathname.startsWith(assetPath)) return asset(url.pathname.slice(assetPath.length));
  return page(await readFile(join(folder, 'app/index.html'), 'utf8'), headersFor(url));
}

/**
 * @param {string} body
 * @param {Record<string, string>} headers
 */
function page(body, headers) {
  const type = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { status: 200, headers: { ...type, ...headers }, body };
}

/** @param {URL} url */
function headersFor(url) {
  const tricks = (url.searchParams.get('demo') ?? '').split(',');
  /** @type {Record<string, string>} */
  const headers = {};
  if (tricks.includes('csp')) headers['content-security-policy'] = strictPolicy;
  if (tricks.includes('coep')) headers['cross-origin-embedder-policy'] = 'require-corp';
  return headers;
}

/** @param {string} path */
async function asset(path) {
  const file = normalize(path);
  const type = types[extname(file)];
  if (file.startsWith('..') || !type) return { status: 404, headers: {}, body: 'not found' };
  return {
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
    body: await readFile(join(folder, file), 'utf8'),
  };
}
