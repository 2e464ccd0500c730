import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { toFailure } from '../contract/failures';
import type { Library } from '../core/library';
import { log } from './log';

export const APP_ORIGIN = 'app://caravan';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Where kept pictures are served, and nothing else that may be shown as one. */
const PICTURES = ['pictures', 'thumbnails'] as const;

/** The window's policy. `nonce` lets React Aria place its two style rules; nothing else is inline. */
const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    `img-src ${PICTURES.map((folder) => `${APP_ORIGIN}/${folder}/`).join(' ')}`,
    `media-src ${APP_ORIGIN}/media/`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types caravan-article dompurify',
  ].join('; ');

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

/** What plays in an article: its name there, and nothing that could be an address. */
const MEDIA = /^\/media\/([a-z0-9]{1,40})\/(\d{1,4})$/;

/** A kept picture by what its bytes are, and that of an article's row by the article: neither could be an address. */
const PICTURE = /^\/(?:pictures\/([0-9a-f]{64})|thumbnails\/([0-9a-f]{16}))$/;

/** What the window is served besides its own files. */
type Served = Pick<Library, 'picture' | 'thumbnail'> & { play: Play };

export type Play = (asked: { id: string; n: number; range: string | null; signal: AbortSignal }) => Promise<Response>;

/**
 * Serves the built renderer, and nothing outside its folder, as app://caravan/; below it, at media/, what the open
 * article plays, and at pictures/ and thumbnails/ what is kept of pictures.
 */
export function serveRenderer(folder: string, { play, picture, thumbnail }: Served): void {
  protocol.handle('app', async (request) => {
    const { pathname, host } = new URL(request.url);
    const [, id, n] = MEDIA.exec(pathname) ?? [];
    if (host === 'caravan' && id) return played(play, { id, n: Number(n) }, request);
    const [isPicture, name, article] = PICTURE.exec(pathname) ?? [];
    if (host === 'caravan' && isPicture) return pictured(name ? picture(name) : thumbnail(article ?? ''));
    if (host !== 'caravan') return notFound();
    return pathname === '/' ? page(await readFile(path.join(folder, 'index.html'), 'utf8')) : asset(folder, pathname);
  });
}

/** The player shows that it cannot play; why is in the answer and in the log. */
async function played(play: Play, what: { id: string; n: number }, request: Request): Promise<Response> {
  try {
    return await play({ ...what, range: request.headers.get('range'), signal: request.signal });
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (code !== 'cancelled') log.warn(message, { code });
    return new Response(message, { status: 502, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
}

/** As what its bytes are and never as a page: a drawing that is opened by itself runs nothing and asks for nothing. */
async function pictured(asked: ReturnType<Library['picture']>): Promise<Response> {
  try {
    const found = await asked;
    if (!found) return notFound();
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        'Content-Type': found.type,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'Cache-Control': 'no-store',
      },
    });
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    log.warn(message, { code });
    return notFound();
  }
}

function page(html: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replaceAll('%CSP_NONCE%', nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  });
}

/** One of our own scripts, styles, fonts or drawings, and nothing that lies elsewhere. */
export async function asset(folder: string, pathname: string): Promise<Response> {
  const file = path.join(folder, decodeURIComponent(pathname));
  const type = TYPES[path.extname(file)];
  if (!file.startsWith(folder + path.sep) || !type) return notFound();
  try {
    return new Response(await readFile(file), {
      headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
    });
  } catch {
    // A missing file of our own: the page's console shows the 404.
    return notFound();
  }
}

export const notFound = () => new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
