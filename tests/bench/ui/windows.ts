import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';

const project = path.resolve(import.meta.dirname, '../../..');
const electron = createRequire(import.meta.url)('electron') as string;
const MB = 1024;

export interface Opened {
  app: ElectronApplication;
  page: Page;
}

/** Starts Caravan on a library, or the bare window of {@link writeBareApp}. */
export async function open(...args: string[]): Promise<Opened> {
  const flags = ['--disable-gpu', '--log-level=3', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const app = await _electron.launch({ executablePath: electron, args: [...args, ...flags] });
  return { app, page: await app.firstWindow() };
}

export const openCaravan = (library: string): Promise<Opened> => open(project, '--library', library);

/** The floor of all figures: a window of the same size with a static page. */
export async function writeBareApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","main":"main.js"}');
  await writeFile(path.join(folder, 'page.html'), '<!doctype html><title>Bare</title><p>A static page.');
  await writeFile(
    path.join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile(__dirname + '/page.html'));`,
  );
}

/** From the start of the process to the first headline painted, or to the first paint at all, in milliseconds. */
export async function startedWithin({ app, page }: Opened, entryType: 'element' | 'paint'): Promise<number> {
  const painted = await page.evaluate(
    (type) =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntries() as (PerformanceEntry & { renderTime?: number })[];
          if (first) done(performance.timeOrigin + (first.renderTime ?? first.startTime));
        }).observe({ type, buffered: true });
      }),
    entryType,
  );
  return painted - ((await app.evaluate(() => process.getCreationTime())) ?? 0);
}

/** The same of an app that is for nothing else, and is closed then. */
export async function timeStart(opened: Opened, entryType: 'element' | 'paint'): Promise<number> {
  const ms = await startedWithin(opened, entryType);
  await opened.app.close();
  return ms;
}

/** What all processes of an app take, in MB, with shared pages counted by their share; NaN where the system does not say. */
export async function memoryOf({ app }: Opened): Promise<number> {
  const pids = await app.evaluate(({ app: running }) => running.getAppMetrics().map(({ pid }) => pid));
  const sizes = await Promise.all(pids.map(shareOf));
  return sizes.reduce((sum, size) => sum + size, 0) / MB;
}

async function shareOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? Number.NaN);
}

/** Notes how long the main process can do nothing else, from now on. */
export const watchMain = ({ app }: Opened): Promise<void> =>
  app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    Object.assign(globalThis, { loop });
  });

export const longestBlock = ({ app }: Opened): Promise<number> =>
  app.evaluate(() => (globalThis as unknown as { loop: { max: number } }).loop.max / 1e6);
