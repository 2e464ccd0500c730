import path from 'node:path';
import { Readable } from 'node:stream';
import { app, type BrowserWindow, clipboard, dialog } from 'electron';
import type { Handlers } from '../contract/calls';
import { EVERYTHING } from '../contract/model';
import type { OutputFormat, TripFormat } from '../contract/output';
import type { Library } from '../core/library';
import { openOutside } from './links';
import { pdfOf, printSheet } from './printing';

const NAMES: Record<OutputFormat | TripFormat, string> = { html: 'HTML', epub: 'EPUB', pdf: 'PDF', zip: 'Caravan' };

type Names = 'trips.save' | 'article.save' | 'article.print' | 'article.copy' | 'article.mail';

interface Ports {
  library: Library;
  window: BrowserWindow | null;
  /** That of the built renderer. */
  folder: string;
}

/** How an article leaves the library: the dialogs, the clipboard, the printer and the mail program are the system's. */
export function outputHandlers({ library, window, folder }: Ports): Handlers<Names> {
  const { output } = library;
  return {
    'trips.save': async ({ id, format, locale }) => {
      const file = await whereTo(window, output.tripFileName(id, format), format);
      if (file === null) return null;
      if (format !== 'zip') await output.saveTrip(id, file, format, locale);
      else await library.saveArchive(file, { ...EVERYTHING, all: [{ kind: 'trip', value: id }] });
      return { file };
    },
    'article.save': async ({ id, format, locale, look }) => {
      const file = await whereTo(window, await output.fileName(id, format), format);
      if (file === null) return null;
      if (format === 'pdf') {
        const bytes = await pdfOf({ folder, sheet: await output.sheet(id, locale), look }, locale);
        await output.write(file, Readable.from([bytes], { objectMode: false }));
      } else {
        await output.save(id, file, format, locale);
      }
      return { file };
    },
    'article.print': async ({ id, locale, look }) => {
      await printSheet({ folder, sheet: await output.sheet(id, locale), look });
      return null;
    },
    'article.copy': async ({ id, as }) => {
      const text = as === 'link' ? await output.link(id) : await output.reference(id);
      if (text) await clipboard.writeText(text);
      return null;
    },
    'article.mail': async ({ id }) => {
      await openOutside(await output.mailAddress(id));
      return null;
    },
  };
}

/** Asks the reader where a file is to be saved; null when nowhere after all. */
async function whereTo(
  window: BrowserWindow | null,
  name: string,
  format: OutputFormat | TripFormat,
): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [{ name: NAMES[format], extensions: [format] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}
