import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { startWrittenFeed } from '../support/written-feed';
import { expect, test } from './caravan';
import { addFeed, article, articlePage, row } from './reader';

const LONG = Array.from({ length: 60 }, (_, n) => `<p>Paragraph ${n}. ${'The road goes on. '.repeat(20)}</p>`).join('');

test('an article is saved as PDF, HTML and EPUB, copied and mailed', async ({ caravan: { app }, library, page }) => {
  const feed = await startWrittenFeed([{ title: 'Snow: the pass/closed?', html: `<p>See <b>here</b>.</p>${LONG}` }]);
  await addFeed(page, feed.url);
  await row(page, 'Snow').click();
  await expect(articlePage(page).locator('h1')).toBeVisible();
  // The system's dialogs and programs are answered for: what is asked of them is kept.
  await app.evaluate(({ dialog, shell }, folder) => {
    const asked = globalThis as unknown as { opened: string[]; names: string[] };
    asked.opened = [];
    asked.names = [];
    shell.openExternal = async (url) => void asked.opened.push(url);
    dialog.showSaveDialog = (async (_: unknown, { defaultPath = '' }: Electron.SaveDialogOptions) => {
      const name = defaultPath.split(/[/\\]/).at(-1) ?? '';
      asked.names.push(name);
      return { canceled: false, filePath: `${folder}/${name}` };
    }) as typeof dialog.showSaveDialog;
  }, library);
  // No system that tests run on has a voice.
  await expect(article(page).getByRole('button', { name: 'Read aloud' })).toHaveCount(0);
  const choose = async (action: string) => {
    await article(page).getByRole('button', { name: 'Share and save' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  const saved = async (ending: string) => {
    const name = `Snow the pass closed.${ending}`;
    await expect.poll(() => readdir(library)).toContain(name);
    return readFile(path.join(library, name));
  };

  await choose('Save as PDF…');
  const pdf = (await saved('pdf')).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  // The pages of a PDF are counted in its page tree (ISO 32000, 7.7.3.2).
  expect(Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1);

  await page.keyboard.press('Control+s');
  const html = (await saved('html')).toString();
  expect(html).toContain('<h1>Snow: the pass/closed?</h1>');
  expect(html).toContain('See <b>here</b>.');

  await page.keyboard.press('Control+Shift+s');
  expect((await saved('epub')).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');

  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await page.keyboard.press('c');
  await expect.poll(copied).toBe(`${feed.origin}/story-0`);
  await choose('Copy title, source and link');
  await expect.poll(copied).toBe(`Snow: the pass/closed?\nWritten\n${feed.origin}/story-0`);
  await choose('Share by mail');
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([expect.stringMatching(/^mailto:\?subject=Snow%3A%20the%20pass%2Fclosed%3F&body=Snow/)]);
  // None of the windows in which pages are made for paper is left.
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await feed.close();
});
