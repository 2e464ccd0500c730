import { expect, type FrameLocator, type Locator, type Page } from 'playwright/test';
import type { FeedServer } from '../support/feed-server';

/** What a reader sees and does, by the names that screen readers speak. */
export const articles = (page: Page): Locator => page.getByRole('grid', { name: 'Articles' });
export const rows = (page: Page): Locator => articles(page).getByRole('row');
export const row = (page: Page, headline: string): Locator => rows(page).filter({ hasText: headline });
export const library = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });
export const place = (page: Page, name: string): Locator => library(page).getByRole('row', { name, exact: true });
export const article = (page: Page): Locator => page.getByRole('main', { name: 'Article' });
export const articlePage = (page: Page): FrameLocator => article(page).frameLocator('iframe');
export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Types an address on the first-start screen or in the dialog, whichever is there. */
export async function addFeed(page: Page, address: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Address of a site or feed' });
  const button = library(page).getByRole('button', { name: 'Add feed' });
  await field.or(button).first().waitFor();
  if (!(await field.isVisible())) await button.click();
  await field.fill(address);
  await page.keyboard.press('Enter');
}

/** Takes over a list of feeds from the first-start screen; the dialog then says how it went. */
export async function importFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Import OPML' }).last().click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog(page).getByRole('button', { name: 'Import OPML' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/x-opml', buffer: Buffer.from(content) });
}

/** The feed's address of a paper of the demonstration server. */
export function feedOf(server: FeedServer, title: string): string {
  const paper = server.papers.find((one) => one.title === title);
  if (!paper) throw new Error(`The demonstration server has no paper ${title}.`);
  return paper.feedUrl;
}

/** Chooses from the menu of a feed, which is there while its row is pointed at; rows that come in above move it away. */
export async function chooseForFeed(page: Page, feed: string, action: string): Promise<void> {
  await expect(async () => {
    await place(page, feed).hover();
    await page.getByRole('button', { name: `More about ${feed}` }).click({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('menuitem', { name: action }).click();
}
