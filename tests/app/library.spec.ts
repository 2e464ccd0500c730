import { execFile } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { _electron } from 'playwright/test';
import { launchElectron } from '../../build/launch.mjs';
import { expect, startCaravan, test } from './caravan';
import { feedOf, place, rows } from './reader';
import { electron, project } from './start';

const cli = (args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, [path.join(project, 'out/cli.js'), ...args], (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });

test('the window and the headless command share a library, one at a time', async ({ library, server }) => {
  const added = await cli(['add', feedOf(server, 'The Border Post'), '--library', library, '--json']);
  expect(added).toMatchObject({ code: 0 });
  const { page, close } = await startCaravan(library);
  await place(page, 'The Border Post').click();
  await rows(page).first().click();
  await page.keyboard.press('s');
  await expect(rows(page).first()).toContainText('bookmarked');

  const refused = await cli(['list', '--library', library, '--json']);
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain('is open in another Caravan');

  await close();
  const listed = await cli(['list', '--bookmarked', '--library', library, '--json']);
  expect(JSON.parse(listed.stdout)).toMatchObject({ total: 1, articles: [{ read: true, bookmarked: true }] });
});

test('the library is the one that CARAVAN_LIBRARY names', async ({ library, server }) => {
  await cli(['add', feedOf(server, 'Makran Daily'), '--library', library]);
  const app = await _electron.launch({
    executablePath: electron,
    args: [project, '--disable-gpu', '--log-level=3'],
    env: { ...process.env, CARAVAN_LIBRARY: library },
  });
  await expect(place(await app.firstWindow(), 'Makran Daily')).toBeVisible();
  await app.close();
});

test('a second start raises the window that is there', async ({ library }) => {
  const first = await startCaravan(library);
  await first.app.evaluate(({ app }) => {
    app.once('second-instance', () => Object.assign(globalThis, { asked: true }));
  });
  const second = launchElectron([project, '--library', library], { stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
  const asked = () => first.app.evaluate(() => (globalThis as { asked?: boolean }).asked);
  await expect.poll(asked).toBe(true);
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await first.close();
});
