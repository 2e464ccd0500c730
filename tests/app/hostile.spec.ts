import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { ATTACKS } from '../core/extracting/attacks';
import { startWrittenFeed } from '../support/written-feed';
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
    'script, iframe, form, object, embed, link[rel=import], [onclick], body [style], [srcdoc]',
  );
  await expect(harmful).toHaveCount(0);
  const addresses = await articlePage(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.filter((address) => !/^(https?:|mailto:|#)/.test(address))).toEqual([]);
  await expect(page).toHaveTitle('Caravan');
  expect(server.requests.map(({ path }) => path)).toEqual([]);
});

/** Every address that the window asks for from now on, but for its own files. */
async function requestsOf(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    session.defaultSession.webRequest.onBeforeRequest(({ url }, pass) => {
      if (!url.startsWith('app://caravan/')) asked.push(url);
      pass({});
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** Counts the dialogs that a script would open: every attack of the collection that runs says alert(1). */
function dialogsOf(page: Page): () => number {
  let dialogs = 0;
  page.on('dialog', (opened) => {
    dialogs++;
    void opened.dismiss();
  });
  return () => dialogs;
}

test('every attack of the collection is shown, and none runs or asks for anything', async ({ caravan, page }) => {
  const feed = await startWrittenFeed([{ title: 'All at once', html: ATTACKS.join('\n<p>next</p>\n') }]);
  const dialogs = dialogsOf(page);
  await addFeed(page, feed.url);
  await expect(rows(page).first()).toBeVisible();
  const requests = await requestsOf(caravan.app);
  feed.asked.length = 0;
  await rows(page).first().click();
  await expect(articlePage(page).locator('.body p').last()).toBeVisible();
  for (const link of await articlePage(page).locator('.body a:not([hidden])').all()) await link.hover({ force: true });
  expect(dialogs()).toBe(0);
  expect(await requests()).toEqual([]);
  expect(feed.asked).toEqual([]);
  await feed.close();
});

test('the frame holds by itself: what both sanitisers might let through neither runs nor asks', async ({
  caravan,
  page,
}) => {
  const feed = await startWrittenFeed([{ title: 'Bare', html: '<p>Only this.</p>' }]);
  const dialogs = dialogsOf(page);
  await addFeed(page, feed.url);
  await rows(page).first().click();
  await expect(articlePage(page).locator('.body p')).toBeVisible();
  const requests = await requestsOf(caravan.app);
  feed.asked.length = 0;

  await page.evaluate((origin) => {
    const frame = document.querySelector('iframe');
    const inside = frame?.contentDocument;
    if (!inside) throw new Error('the window cannot reach into the frame');
    Object.assign(window, { ran: [] });
    const says = (what: string) => `parent.ran.push('${what}'); alert(1)`;
    const put = (name: string, attributes: Record<string, string>, text = '', namespace?: string) => {
      const element = namespace ? inside.createElementNS(namespace, name) : inside.createElement(name);
      for (const [key, value] of Object.entries(attributes)) {
        try {
          element.setAttribute(key, value);
        } catch {
          // Trusted Types refuse this one by itself.
        }
      }
      try {
        element.append(inside.createTextNode(text));
        inside.body.append(element);
      } catch {
        // So they do the text of a script.
      }
      return element;
    };
    const svg = 'http://www.w3.org/2000/svg';
    put('script', {}, says('script'));
    put('script', { src: `${origin}/script.js` });
    put('script', {}, says('svg script'), svg);
    put('svg', { onload: says('svg onload') }, '', svg);
    put('img', { src: `${origin}/picture.png`, onerror: says('onerror') });
    put('p', { onclick: says('onclick'), id: 'handler' }, 'press');
    put('a', { href: `javascript:${says('javascript link')}`, id: 'running' }, 'press');
    put('iframe', { srcdoc: `<script>parent.${says('srcdoc')}</script>` });
    put('iframe', { src: `${origin}/frame` });
    put('object', { data: `${origin}/object` });
    put('embed', { src: `${origin}/embed` });
    put('link', { rel: 'stylesheet', href: `${origin}/style.css` });
    put('link', { rel: 'prefetch', href: `${origin}/prefetch` });
    put('style', {}, `@import "${origin}/import.css"; body { background: url(${origin}/background.png) }`);
    put('p', { style: `background: url(${origin}/inline.png)` });
    put('meta', { 'http-equiv': 'refresh', content: `0; url=${origin}/refresh` });
    put('base', { href: `${origin}/base/` });
    put('video', { src: `${origin}/video.mp4`, autoplay: '', poster: `${origin}/poster.png` });
    const form = put('form', { action: `${origin}/form`, method: 'get' });
    if (form instanceof (inside.defaultView as unknown as typeof window).HTMLFormElement) form.submit();
    inside.getElementById('handler')?.click();
    inside.getElementById('running')?.click();
  }, feed.origin);
  // A page of the window's own answers later than anything that the frame could have begun.
  await page.evaluate(() =>
    fetch('/')
      .then((answer) => answer.text())
      .catch(() => ''),
  );

  expect(await page.evaluate(() => (window as unknown as { ran: string[] }).ran)).toEqual([]);
  expect(dialogs()).toBe(0);
  expect(await requests()).toEqual([]);
  expect(feed.asked).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.URL)).toBe('about:srcdoc');
  await expect(page).toHaveTitle('Caravan');
  // What was tried here is reported, as it should be.
  expect(caravan.problems.length).toBeGreaterThan(0);
  caravan.problems.length = 0;
  await feed.close();
});

test('names in an article do not stand in the way of what the window reads from its page', async ({ page }) => {
  const names = ['body', 'documentElement', 'scrollingElement', 'activeElement', 'defaultView', 'head', 'createRange'];
  const html = names
    .flatMap((name) => [`<a href="#${name}">to</a><p id="${name}" name="${name}">${name}</p>`, `<img name="${name}">`])
    .join('');
  const feed = await startWrittenFeed([
    { title: 'Names', html: `${html}<form name="body"><input name="children"></form>${'<p>more</p>'.repeat(90)}` },
  ]);
  await addFeed(page, feed.url);
  await rows(page).first().click();
  await expect(articlePage(page).locator('.body p').first()).toBeVisible();
  const kinds = await page.evaluate((clobbered) => {
    const inside = document.querySelector('iframe')?.contentDocument as unknown as Record<string, unknown>;
    return clobbered.map((name) => {
      const named = inside[name];
      return named instanceof Object && 'getAttribute' in named ? (named as Element).getAttribute('name') : null;
    });
  }, names);
  expect(kinds).toEqual(names.map(() => null));
  await feed.close();
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
