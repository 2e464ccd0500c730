import { createRequire } from 'node:module';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import type { OfflineLevel } from '../../electron/contract/model';

/** The Electron that set-up has put in place. */
export const electron: string = createRequire(import.meta.url)('electron');
export const project = path.resolve(import.meta.dirname, '../..');

/** Playwright waits by timers, and no timer runs in the article's frame: the report is about its own. */
const PLAYWRIGHT_WAITS = "Blocked script execution in 'about:srcdoc'";

/** The real Caravan, in the real Electron. */
export interface Caravan {
  app: ElectronApplication;
  page: Page;
  /** Console errors, exceptions and policy reports so far; a journey must leave it empty. */
  problems: string[];
  close(): Promise<void>;
}

interface Start {
  width?: number;
  height?: number;
  args?: string[];
  /** Text only unless told: pictures are another journey's, and drawing them takes the test's own time. */
  keep?: OfflineLevel;
}

/** Starts Caravan on a library. Its window opens at 1440x900. */
export async function startCaravan(
  library: string,
  { width = 1440, height = 900, args = [], keep = 'feed' }: Start = {},
): Promise<Caravan> {
  const app = await _electron.launch({
    executablePath: electron,
    args: [project, '--library', library, '--disable-gpu', '--log-level=3', ...args],
    // Playwright would otherwise pretend a light system, whatever theme the reader chose.
    colorScheme: null,
    env: { ...process.env, LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', TZ: 'UTC' },
  });
  const page = await app.firstWindow();
  const problems: string[] = [];
  page.on('console', (message) => {
    const isProblem = message.type() === 'error' || message.type() === 'warning';
    if (isProblem && !message.text().startsWith(PLAYWRIGHT_WAITS)) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.waitForFunction(() => 'caravan' in window);
  await page.evaluate((level) => window.caravan.calls['settings.change']({ keep: level }), keep);
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  return { app, page, problems, close: () => app.close() };
}
