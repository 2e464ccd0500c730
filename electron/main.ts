import os from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, net, safeStorage, session } from 'electron';
import type { Handlers } from './contract/calls';
import { EVENT_NAMES } from './contract/events';
import { toFailure } from './contract/failures';
import { createLibrary, type Library } from './core/library';
import { startFinder } from './core/work/finder-thread';
import { startWorkers } from './core/work/worker-pool';
import { about } from './shell/about';
import { whatToOpen, whereToSave } from './shell/archive-dialogs';
import { showMenu } from './shell/article-menu';
import { fetchNoDictionaries } from './shell/dictionaries';
import { electronFetch } from './shell/electron-fetch';
import { answerCalls, tell } from './shell/ipc';
import { systemKeyring } from './shell/keyring';
import { chosenLibrary } from './shell/library-folder';
import { openOutside } from './shell/links';
import { log } from './shell/log';
import { startMenu, systemWords, whyNotOpen } from './shell/menu';
import { outputHandlers } from './shell/output';
import { declareScheme, serveRenderer } from './shell/protocol';
import { startSchedule } from './shell/schedule';
import { applyTheme, openWindow } from './shell/window';

let window: BrowserWindow | null = null;
/** The library that is open or about to be: after a restore it is another one. */
let opening: Promise<Library>;
let leave = async (): Promise<void> => (await opening).close();

const renderer = path.join(import.meta.dirname, 'renderer');

declareScheme();
fetchNoDictionaries();
const folder = chosenLibrary(process.argv, process.env, app.getPath('userData'));
// Chromium's own files lie inside the library, so that one library is one folder and one window.
app.setPath('userData', path.join(folder, 'window'));

if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron is ready only after this module has run.
  void app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

async function start(): Promise<void> {
  // The window loads while the library opens; its first call waits for the answer.
  opening = openLibrary();
  serveRenderer(renderer, {
    play: async (asked) => (await opening).play(asked),
    picture: async (name) => (await opening).picture(name),
    thumbnail: async (id) => (await opening).thumbnail(id),
  });
  const menu = startMenu((command) => tell(window, 'command.chosen', { command }));
  answerCalls(async () => handlersOf(await opening, menu));
  window = openWindow(log.warn);
  app.on('second-instance', () => raise(window));
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(() => leave());
  await run(await opening);
}

/** What the open library needs around it: a themed window, somebody who hears, and the clock. */
async function run(library: Library): Promise<void> {
  const themed = async () => applyTheme(window, (await library.handlers['settings.read']({})).theme);
  await themed();
  window?.show();
  for (const name of EVENT_NAMES) library.on(name, (event) => tell(window, name, event));
  library.on('settings.changed', () => void themed().catch(failed('theme')));
  const stop = startSchedule(library, failed('refresh'));
  leave = async () => {
    stop();
    await library.close();
  };
}

/**
 * Closes the library and opens it again, which finishes a restore. The program itself stays: where it runs from an
 * AppImage it could not start itself anew.
 */
async function openAnew(): Promise<void> {
  opening = leave().then(openLibrary);
  leave = async () => (await opening).close();
  await run(await opening);
  window?.webContents.reload();
}

const failed = (what: string) => (error: unknown) => log.error(what, { reason: toFailure(error).message });

const openLibrary = () =>
  createLibrary({
    folder,
    fetch: electronFetch(session.fromPartition('feeds', { cache: false })),
    work: startWorkers(new URL('./worker.js', import.meta.url), {
      workers: Math.max(1, os.availableParallelism() - 1),
    }),
    finder: startFinder(new URL('./finder.js', import.meta.url)),
    keyring: systemKeyring(safeStorage, process.platform),
    log,
    isOnline: () => net.isOnline(),
  });

const handlersOf = (library: Library, menu: ReturnType<typeof startMenu>): Handlers => ({
  ...library.handlers,
  'app.about': async () => about(folder),
  'menu.tell': async (told) => {
    await menu.tell(told);
    return null;
  },
  'menu.show': async ({ items }) => ({ chosen: await showMenu(window, items) }),
  'original.open': async ({ id }) => {
    const link = await library.articleLink(id);
    if (link) await openOutside(link);
    return null;
  },
  'original.copy': async ({ id }) => {
    const link = await library.output.link(id);
    if (link) await clipboard.writeText(link);
    return { copied: link };
  },
  ...outputHandlers({ library, window, folder: renderer }),
  'backups.restore': async ({ name }) => {
    await library.prepareRestore(name);
    void openAnew().catch(giveUp);
    return null;
  },
  'archive.save': async ({ filter }) => {
    const file = await whereToSave(window);
    return file === null ? null : library.saveArchive(file, filter);
  },
  'archive.open': async () => {
    const file = await whatToOpen(window);
    return file === null ? null : library.openArchive(file);
  },
});

/** Holds the quit back until everything is on disk. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close()
      .catch(failed('close'))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

function raise(shown: BrowserWindow | null): void {
  if (!shown || shown.isDestroyed()) return;
  if (shown.isMinimized()) shown.restore();
  shown.focus();
}

function giveUp(error: unknown): void {
  const failure = toFailure(error);
  log.error(failure.message, { code: failure.code });
  dialog.showErrorBox(systemWords().cannotOpen, whyNotOpen(failure));
  app.exit(1);
}
