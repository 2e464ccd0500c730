import type { ElectronApplication, Page } from 'playwright/test';
import { inParts, silence } from '../support/media-files';
import { startWrittenFeed, type WrittenFeed, type WrittenItem } from '../support/written-feed';
import { axeFinds } from './axe';
import { expect, startCaravan, test } from './caravan';
import { addFeed, article, articlePage, row, rows } from './reader';

const paragraphs = (count: number, words = 'The road goes on over the pass and down to the sea again.') =>
  Array.from({ length: count }, (_, n) => `<p>Paragraph ${n}. ${words.repeat(4)}</p>`).join('');

/** As the system sends it: what Playwright types into the frame does not pass through the main process. */
const press = (app: ElectronApplication, keyCode: string, modifiers: 'shift'[] = []) =>
  app.evaluate(
    ({ BrowserWindow }, input) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', ...input });
      contents?.sendInputEvent({ type: 'keyUp', ...input });
    },
    { keyCode, modifiers },
  );

const scrolled = (page: Page) =>
  page.evaluate(() => document.querySelector('iframe')?.contentDocument?.scrollingElement?.scrollTop ?? -1);
const firstInSight = (page: Page) =>
  page.evaluate(() => {
    const blocks = [...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('.body p') ?? [])];
    return blocks.find((block) => block.getBoundingClientRect().bottom > 0)?.textContent?.slice(0, 14);
  });
/** Whether the focus is in the article's frame. */
const isInArticle = (page: Page) => page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);

async function follow(page: Page, items: WrittenItem[], options = {}): Promise<WrittenFeed> {
  const feed = await startWrittenFeed(items, options);
  await addFeed(page, feed.url);
  await expect(rows(page)).toHaveCount(items.length);
  return feed;
}

async function scrollTo(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const blocks = [...(document.querySelector('iframe')?.contentDocument?.querySelectorAll('.body p') ?? [])];
    blocks.find((block) => block.textContent?.startsWith(wanted))?.scrollIntoView({ block: 'start' });
  }, text);
  await expect.poll(() => firstInSight(page)).toContain(text.slice(0, 14));
}

async function showEverything(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'All unread' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
}

test('Space pages through the article and then opens the next unread one; Shift+Space goes back', async ({
  caravan: { app },
  page,
}) => {
  const feed = await follow(page, [
    { title: 'First', html: paragraphs(14) },
    { title: 'Second', html: paragraphs(40) },
    { title: 'Third', html: paragraphs(2) },
  ]);
  await row(page, 'Second').click();
  await row(page, 'First').click();
  await expect(articlePage(page).locator('h1')).toHaveText('First');
  expect(await isInArticle(page)).toBe(false);
  await page.keyboard.press('Space');
  await expect.poll(() => scrolled(page)).toBeGreaterThan(200);
  await page.keyboard.press('Shift+Space');
  await expect.poll(() => scrolled(page)).toBe(0);
  await page.keyboard.press('End');
  await expect(article(page).getByRole('progressbar', { name: 'Read so far' })).toHaveAttribute('aria-valuenow', '100');
  await expect
    .poll(() =>
      page.evaluate(() => {
        const scroller = document.querySelector('iframe')?.contentDocument?.scrollingElement;
        return scroller ? Math.round(scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop) : -1;
      }),
    )
    .toBeLessThan(2);
  // The second is read already, so the third comes.
  await page.keyboard.press('Space');
  await expect(articlePage(page).locator('h1')).toHaveText('Third');
  await page.keyboard.press('Space');
  await expect(page.getByText('No unread article below this one.')).toBeVisible();

  await row(page, 'Second').click();
  await articlePage(page).locator('.body p').first().click();
  expect(await isInArticle(page)).toBe(true);
  await press(app, 'Space');
  await expect.poll(() => scrolled(page)).toBeGreaterThan(400);
  await press(app, 'Home');
  await expect.poll(() => scrolled(page)).toBe(0);
  await feed.close();
});

test('Tab leads into the article and out of it both ways, Escape back to the list', async ({
  caravan: { app },
  page,
}) => {
  const feed = await follow(page, [
    { title: 'First', html: `<p>See <a href="https://news.example/">there</a>.</p>${paragraphs(20)}` },
  ]);
  await rows(page).first().click();
  await expect(articlePage(page).locator('h1')).toHaveText('First');
  await article(page).getByRole('button', { name: 'Open original' }).focus();
  for (let tabs = 0; tabs < 4 && !(await isInArticle(page)); tabs++) await press(app, 'Tab');
  await expect.poll(() => isInArticle(page)).toBe(true);
  for (let tabs = 0; tabs < 8 && (await isInArticle(page)); tabs++) await press(app, 'Tab');
  expect(await isInArticle(page)).toBe(false);
  await articlePage(page).locator('.body p').first().click();
  for (let tabs = 0; tabs < 8 && (await isInArticle(page)); tabs++) await press(app, 'Tab', ['shift']);
  await expect.poll(() => isInArticle(page)).toBe(false);

  await articlePage(page).locator('.body p').first().click();
  await press(app, 'Escape');
  await expect(rows(page).first()).toBeFocused();
  await feed.close();
});

test('where the reader stopped is found again after a restart and in another size of text', async ({ library }) => {
  const feed = await startWrittenFeed([
    { title: 'Long', html: paragraphs(60) },
    { title: 'Short', html: paragraphs(2) },
  ]);
  const first = await startCaravan(library);
  await addFeed(first.page, feed.url);
  await row(first.page, 'Long').click();
  await expect(articlePage(first.page).locator('h1')).toHaveText('Long');
  await scrollTo(first.page, 'Paragraph 30.');
  await expect(article(first.page).getByText('min left')).toBeVisible();
  // A larger text does not throw the reader to the top, nor anywhere else.
  await first.page.keyboard.press('+');
  await first.page.keyboard.press('+');
  await expect.poll(() => firstInSight(first.page)).toContain('Paragraph 30.');
  await row(first.page, 'Short').click();
  await expect(articlePage(first.page).locator('h1')).toHaveText('Short');
  expect(await scrolled(first.page)).toBe(0);
  await row(first.page, 'Long').click();
  await expect.poll(() => firstInSight(first.page)).toContain('Paragraph 30.');
  await first.close();

  const second = await startCaravan(library, { width: 800, height: 600 });
  await showEverything(second.page);
  await row(second.page, 'Long').click();
  await expect.poll(() => firstInSight(second.page)).toContain('Paragraph 30.');
  // Read to its end, it begins anew.
  await second.page.keyboard.press('End');
  await expect(article(second.page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
  await row(second.page, 'Short').click();
  await expect(articlePage(second.page).locator('h1')).toHaveText('Short');
  await row(second.page, 'Long').click();
  await expect(articlePage(second.page).locator('h1')).toHaveText('Long');
  expect(await scrolled(second.page)).toBe(0);
  await second.close();
  await feed.close();
});

test('how articles look is chosen beside them, shows at once, and is remembered', async ({ caravan, page }) => {
  const feed = await follow(page, [{ title: 'خبر', html: '<p>یہ خبر اردو میں ہے اور لمبی ہے۔</p>' }], {
    language: 'ur',
  });
  await rows(page).first().click();
  const styleOf = (selector: string, name: string) =>
    articlePage(page)
      .locator(selector)
      .first()
      .evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name);
  await expect(articlePage(page).locator('html')).toHaveAttribute('data-script', 'nastaliq');
  const [size, height] = [await styleOf('.body p', 'font-size'), await styleOf('.body p', 'line-height')].map(
    Number.parseFloat,
  );
  expect((height ?? 0) / (size ?? 1)).toBeGreaterThanOrEqual(2.2);

  await page.keyboard.press('Shift+T');
  const look = page.getByRole('dialog', { name: 'Text and theme' });
  await expect(look).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await look.getByText('Sepia', { exact: true }).click();
  await expect.poll(() => styleOf('html', 'background-color')).toBe('rgb(244, 236, 216)');
  await look.getByRole('button', { name: 'Text size: more' }).click();
  await expect.poll(() => styleOf('.body p', 'font-size')).toBe('18.5px');
  await look.getByText('Naskh', { exact: true }).click();
  await expect(articlePage(page).locator('html')).toHaveAttribute('data-script', 'arabic');
  await look.getByRole('button', { name: 'Width: less' }).click();
  await page.keyboard.press('Escape');
  await expect(look).toBeHidden();

  const settings = JSON.parse(await page.evaluate(() => window.caravan.calls['settings.read']({})));
  expect(settings).toMatchObject({
    ok: true,
    value: { readingTheme: 'sepia', textSize: 17.5, textSizes: { nastaliq: 18.5 }, urdu: 'naskh', measure: 60 },
  });
  expect(caravan.problems).toEqual([]);
  await feed.close();
});

test('words are found in the article whatever their letters, one after the other and round', async ({ page }) => {
  const feed = await follow(page, [
    {
      title: 'Café',
      html: `<p>A cafe, a CAFÉ and a ca<b>fé</b>.</p>${paragraphs(30)}<table><tr><td>café</td></tr></table><p>كتابِ علي</p>${paragraphs(12)}`,
    },
  ]);
  await rows(page).first().click();
  await expect(articlePage(page).locator('h1')).toHaveText('Café');
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in the article' });
  await expect(field).toBeFocused();
  const bar = page.getByRole('search', { name: 'Find in the article' });
  await page.keyboard.type('cafe');
  await expect(bar).toContainText('1 of 5');
  await page.keyboard.press('Shift+Enter');
  await expect(bar).toContainText('5 of 5');
  await expect.poll(() => scrolled(page)).toBeGreaterThan(300);
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('1 of 5');
  await page.keyboard.press('F3');
  await expect(bar).toContainText('2 of 5');
  expect(await axeFinds(page)).toEqual([]);
  const marked = await page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentWindow as (Window & typeof globalThis) | null;
    return [...(inside?.CSS.highlights.get('found') ?? [])].map((range) => String(range));
  });
  expect(marked).toEqual(['Café', 'cafe', 'CAFÉ', 'café', 'café']);

  await field.fill('کتاب علی');
  await expect(bar).toContainText('1 of 1');
  const place = await scrolled(page);
  expect(place).toBeGreaterThan(300);
  await field.fill('nowhere in it');
  await expect(bar).toContainText('Nothing found');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  expect(await scrolled(page)).toBe(place);
  await expect.poll(() => isInArticle(page)).toBe(true);
  await feed.close();
});

test('sound is asked for when it is played and goes on where it was stopped, after a restart too', async ({
  library,
}) => {
  const file = silence(40);
  const feed = await startWrittenFeed(
    [
      {
        title: 'Episode',
        html: '<p>Listen.</p><video src="{origin}/broken.mp4"></video>',
        enclosures: [{ path: '/episode.wav', type: 'audio/wav', length: file.length }],
      },
    ],
    { files: { '/episode.wav': inParts(file, 'audio/wav') } },
  );
  const first = await startCaravan(library);
  await addFeed(first.page, feed.url);
  await rows(first.page).first().click();
  const sound = articlePage(first.page).locator('audio');
  await expect(sound).toBeVisible();
  await expect(articlePage(first.page).locator('.attachments')).toContainText('audio/wav · 320 kB');
  expect(feed.asked.map(({ path }) => path)).toEqual(['/feed.xml']);
  await first.page.evaluate(() => {
    const player = document.querySelector('iframe')?.contentDocument?.querySelector('audio');
    if (!player) throw new Error('no player');
    player.muted = true;
    return player.play();
  });
  await expect.poll(() => sound.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(0);
  await sound.evaluate((player: HTMLAudioElement) => {
    player.currentTime = 21;
  });
  await expect.poll(() => sound.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(20.9);
  await sound.evaluate((player: HTMLAudioElement) => player.pause());
  expect(feed.asked.some(({ path, headers }) => path === '/episode.wav' && headers.range !== undefined)).toBe(true);
  await first.close();

  const second = await startCaravan(library);
  await showEverything(second.page);
  await rows(second.page).first().click();
  const again = articlePage(second.page).locator('audio');
  await again.evaluate((player: HTMLAudioElement) => {
    player.muted = true;
    return player.play();
  });
  await expect.poll(() => again.evaluate((player: HTMLAudioElement) => player.currentTime)).toBeGreaterThan(20.5);
  // What cannot be played says so and leads outside.
  await articlePage(second.page)
    .locator('video')
    .evaluate((player: HTMLVideoElement) => player.play().catch(() => {}));
  await expect(articlePage(second.page).getByRole('link', { name: 'This cannot be played here.' })).toBeVisible();
  await second.close();
  await feed.close();
});

test('the right button in the article offers what can be done there, in the reader’s language', async ({
  caravan: { app },
  page,
}) => {
  const feed = await follow(page, [
    { title: 'Linked', html: '<p>word</p><p><a href="https://news.example/more?a=1">more about it</a></p>' },
    { title: 'A word for it', html: '<p>x</p>' },
  ]);
  // A native menu is not to be clicked by a test: it is kept, and an item of it chosen by its words.
  await app.evaluate(({ Menu }) => {
    const kept = globalThis as unknown as { menu: Electron.Menu | null };
    kept.menu = null;
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      kept.menu = this;
    };
  });
  const labels = () =>
    app.evaluate(() => (globalThis as unknown as { menu: Electron.Menu | null }).menu?.items.map(({ label }) => label));
  const choose = (label: string) =>
    app.evaluate(({ BrowserWindow }, wanted) => {
      const kept = globalThis as unknown as { menu: Electron.Menu | null };
      const [window] = BrowserWindow.getAllWindows();
      kept.menu?.items.find((item) => item.label === wanted)?.click(undefined, window, window?.webContents);
      kept.menu = null;
    }, label);
  await row(page, 'Linked').click();
  await articlePage(page).locator('.body a').click({ button: 'right' });
  await expect.poll(labels).toEqual(expect.arrayContaining(['Open link', 'Copy link']));
  await choose('Copy link');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('https://news.example/more?a=1');

  await articlePage(page)
    .locator('.body p')
    .first()
    .dblclick({ position: { x: 8, y: 10 } });
  await articlePage(page)
    .locator('.body p')
    .first()
    .click({ button: 'right', position: { x: 8, y: 10 } });
  await expect
    .poll(labels)
    .toEqual([
      ...['Copy', 'Search articles for “word”', 'Find “word” in the article'],
      ...['Open original', 'Copy link to the article', 'Share by mail', 'Print…'],
    ]);
  await choose('Find “word” in the article');
  await expect(page.getByRole('search', { name: 'Find in the article' })).toContainText('1 of 1');
  await page.keyboard.press('Escape');
  await articlePage(page)
    .locator('.body p')
    .first()
    .dblclick({ position: { x: 8, y: 10 } });
  await articlePage(page)
    .locator('.body p')
    .first()
    .click({ button: 'right', position: { x: 8, y: 10 } });
  await expect.poll(labels).toContain('Search articles for “word”');
  await choose('Search articles for “word”');
  // A word of the headline counts for more than one of the text.
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('A word for it');
  await feed.close();
});
