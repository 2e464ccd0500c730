import path from 'node:path';
import { expect, test } from './caravan';
import { addFeed, articlePage, feedOf, row, rows } from './reader';
import { project } from './start';

const TRAPS = 'A message about a parcel';

test('a story full of traps is read as harmless text, and asks for nothing', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).first()).toBeVisible();
  server.requests.length = 0;
  await row(page, TRAPS).click();
  await expect(articlePage(page).locator('.body')).toContainText('The page covered the whole screen');

  const harmful = articlePage(page).locator(
    'script, iframe, form, object, embed, link[rel=import], [onclick], [style], [srcdoc]',
  );
  await expect(harmful).toHaveCount(0);
  const addresses = await articlePage(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.filter((address) => !/^(https?:|mailto:|#)/.test(address))).toEqual([]);
  await expect(page).toHaveTitle('Caravan');
  expect(server.requests.map(({ path }) => path)).toEqual([]);
});

test('the window itself has no way to Node, to other origins or to scripts of others', async ({ caravan, page }) => {
  const { app, problems } = caravan;
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, boolean> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const reached = await page.evaluate(async () => {
    const script = document.createElement('script');
    let inline = 'refused';
    try {
      script.textContent = 'window.ran = true';
      document.body.append(script);
      if ((window as unknown as { ran?: boolean }).ran) inline = 'ran';
    } catch {
      // Trusted Types refuse the text itself.
    }
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    );
    return {
      inline,
      fetched,
      node: typeof (globalThis as { process?: unknown }).process,
      opened: String(window.open('https://example.org/')),
    };
  });
  expect(reached).toEqual({ inline: 'refused', fetched: 'refused', node: 'undefined', opened: 'null' });
  // What was tried here is reported, as it should be.
  expect(problems.length).toBeGreaterThan(0);
  problems.length = 0;
});

test('a page that is not the window of Caravan is not answered', async ({ caravan: { app } }) => {
  const preload = path.join(project, 'out/preload.cjs');
  const [stranger] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(
      ({ BrowserWindow }, script) =>
        void new BrowserWindow({ webPreferences: { preload: script } }).loadURL(
          'data:text/html,<title>Stranger</title>',
        ),
      preload,
    ),
  ]);
  await expect(stranger).toHaveTitle('Stranger');
  const answer = JSON.parse(await stranger.evaluate(() => window.caravan.calls['settings.read']({})));
  expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
});
