import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

const FILTERS = [{ name: 'Caravan', extensions: ['zip'] }];

/** Asks the reader where an archive is to be saved; null when nowhere after all. */
export async function whereToSave(window: BrowserWindow | null): Promise<string | null> {
  const name = `Caravan ${new Date().toISOString().slice(0, 10)}.zip`;
  const options = { defaultPath: path.join(app.getPath('documents'), name), filters: FILTERS };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

/** Asks the reader for an archive; null when for none after all. */
export async function whatToOpen(window: BrowserWindow | null): Promise<string | null> {
  const options = { properties: ['openFile' as const], filters: FILTERS };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
