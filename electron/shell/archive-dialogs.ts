import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { systemWords } from './menu';

const filters = () => [{ name: systemWords().archive, extensions: ['zip'] }];

/** Asks the reader where an archive is to be saved; null when nowhere after all. */
export async function whereToSave(window: BrowserWindow | null): Promise<string | null> {
  const name = `Caravan ${new Date().toISOString().slice(0, 10)}.zip`;
  const defaultPath = path.join(app.getPath('documents'), name);
  const options = { title: systemWords().saveArchive, defaultPath, filters: filters() };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

/** Asks the reader for an archive; null when for none after all. */
export async function whatToOpen(window: BrowserWindow | null): Promise<string | null> {
  const options = { title: systemWords().openArchive, properties: ['openFile' as const], filters: filters() };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
