import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BrowserWindow, session, type WebContents } from 'electron';
import { Fault } from '../contract/failures';
import type { Sheet, SheetLook } from '../contract/output';
import { APP_ORIGIN, asset, notFound } from './protocol';

/** Where paper is Letter and not A4 (Unicode CLDR, paperSize). */
const LETTER = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));
const SHEET = /^\/sheet-(\d+)$/;
/** Nothing is loaded but our fonts and styles; pictures are in the page itself. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/** Sheets that are being printed, by their numbers. */
const sheets = new Map<number, string>();
let last = 0;
let isServed = false;

/** A sheet with its look, as the page that is printed. `folder` is that of the built renderer. */
export interface Printed {
  folder: string;
  sheet: Sheet;
  look: SheetLook;
}

/** Shows the system's own dialog for printing. Throws the Fault 'cannot-print'. */
export const printSheet = (printed: Printed): Promise<void> =>
  withPage(
    printed,
    (contents) =>
      new Promise((resolve, reject) => {
        contents.print({ printBackground: false }, (isPrinted, reason) => {
          // The reader may close the dialog, which is no fault.
          if (isPrinted || /cancel/i.test(reason)) resolve();
          else reject(new Fault('cannot-print', { reason }));
        });
      }),
  );

/** The same as a PDF, on the paper of the reader's country, with its outline and tags for screen readers. */
export const pdfOf = (printed: Printed, locale: string): Promise<Uint8Array> =>
  withPage(printed, (contents) =>
    contents.printToPDF({
      pageSize: LETTER.has(new Intl.Locale(locale).maximize().region ?? '') ? 'Letter' : 'A4',
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  );

/** A window that is never shown, with a page in which nothing runs and that reaches nothing. */
async function withPage<T>(printed: Printed, use: (contents: WebContents) => Promise<T>): Promise<T> {
  const number = ++last;
  sheets.set(number, await pageOf(printed));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printingSession(printed.folder),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      backgroundThrottling: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-frame-navigate', (event) => event.preventDefault());
  try {
    await window.loadURL(`${APP_ORIGIN}/sheet-${number}`);
    return await use(window.webContents);
  } finally {
    sheets.delete(number);
    window.destroy();
  }
}

/** A session of its own, without a network: all that it knows is the sheets, and our fonts and styles. */
function printingSession(folder: string): Electron.Session {
  const own = session.fromPartition('printing', { cache: false });
  if (isServed) return own;
  isServed = true;
  own.protocol.handle('app', (request) => {
    const { pathname } = new URL(request.url);
    const page = sheets.get(Number(SHEET.exec(pathname)?.[1]));
    if (page === undefined) return pathname.startsWith('/assets/') ? asset(folder, pathname) : notFound();
    return new Response(page, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY },
    });
  });
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !/^(?:app:\/\/caravan\/|data:)/.test(url) }));
  own.setPermissionRequestHandler((_, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  return own;
}

async function pageOf({ folder, sheet, look }: Printed): Promise<string> {
  const template = await readFile(path.join(folder, 'print.html'), 'utf8');
  const { script, readingFont, textSize, lineHeight, justified } = look;
  const root = {
    lang: sheet.lang ?? '',
    dir: sheet.dir,
    'data-theme': 'light',
    'data-script': script,
    'data-font': readingFont,
    'data-justified': String(justified),
    style: `--text-size: ${textSize}px; --line-factor: ${lineHeight}`,
  };
  const attributes = Object.entries(root).map(([name, value]) => `${name}="${escaped(value)}"`);
  // In this order: what a feed wrote comes last, and is not looked through for holes.
  return template
    .replace('lang="en"', () => attributes.join(' '))
    .replace(/%SHEET_TITLE%|%SHEET_CONTENT%/g, (hole) =>
      hole === '%SHEET_TITLE%' ? escaped(sheet.title) : sheet.content,
    );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
