import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { startHttpProxy } from '../core/fetching/test-proxy';
import { startGuardedFeed } from '../support/guarded-feed';
import { axeFinds } from './axe';
import { expect, test } from './caravan';
import { addFeed, dialog, feedOf, library, place, row, rows } from './reader';

const alert = (page: Page): Locator => page.getByRole('alert');
const field = (page: Page, name: string): Locator => dialog(page).getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string): Locator => dialog(page).getByRole('button', { name, exact: true });
const mark = (page: Page, words: RegExp): Locator => library(page).getByRole('img', { name: words });

async function pick(page: Page, label: string, option: string): Promise<void> {
  await dialog(page)
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** A port of loopback that nobody listens on any more. */
async function deadPort(): Promise<string> {
  const proxy = await startHttpProxy({ hosts: {} });
  await proxy.close();
  return String(proxy.route.port);
}

test('a feed that fails says of which kind its trouble is, what helps, and what happened', async ({ page, server }) => {
  const paper = server.papers.find(({ title }) => title === 'Makran Daily');
  const id = paper?.id ?? '';
  await addFeed(page, paper?.feedUrl ?? '');
  await expect(page.getByRole('heading', { name: 'Makran Daily' })).toBeVisible();
  await expect(dialog(page)).toBeHidden();

  server.fault(id, { kind: '403' });
  await page.keyboard.press('r');
  await expect(alert(page)).toContainText('Blocked');
  await expect(mark(page, /^Blocked: .*does not let this program in \(403\)/)).toBeVisible();
  server.fault(id, 'not-a-feed');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(alert(page)).toContainText('Broken');
  await expect(mark(page, /^Broken: /)).toBeVisible();
  server.fault(id, { kind: '410' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(alert(page)).toContainText('Ended');
  await expect(alert(page)).toContainText('Caravan does not ask it again by itself.');
  await expect(alert(page).getByRole('button', { name: 'Unsubscribe' })).toBeVisible();

  await page.getByRole('button', { name: 'Details…' }).click();
  await expect(dialog(page)).toContainText('Its publisher has ended it.');
  const happened = dialog(page).getByRole('list', { name: 'What happened' }).getByRole('listitem');
  await expect(happened).toHaveCount(3);
  expect(await axeFinds(page)).toEqual([]);
  server.clear();
  await button(page, 'Try now').click();
  await expect(dialog(page).getByText('This feed works.')).toBeVisible();
  await expect(happened.first()).toContainText('Works again.');
  await expect(happened).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(alert(page)).toBeHidden();
});

test('a failure reads in the direction of the interface, though it begins with an address', async ({
  page,
  server,
}) => {
  await addFeed(page, feedOf(server, 'Makran Daily'));
  await expect(page.getByRole('heading', { name: 'Makran Daily' })).toBeVisible();
  server.fault(server.papers.find(({ title }) => title === 'Makran Daily')?.id ?? '', 'not-a-feed');
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(alert(page)).toBeVisible();
  await page.evaluate(() => window.caravan.calls['settings.change']({ language: 'fa' }));
  await expect(alert(page)).toContainText('شکسته است');
  await expect(alert(page).getByText(/خبرخوان نیست/)).toHaveCSS('direction', 'rtl');
});

test('all feeds go through a proxy that was tried before; a dead one says so', async ({ page, server }) => {
  const proxy = await startHttpProxy({
    hosts: { 'press.test': server.origin },
    login: { username: 'reader', password: 'let me through' },
  });
  // A name that no one but this proxy knows: what comes from there has come through it.
  const address = feedOf(server, 'The Border Post').replace(server.origin, 'http://press.test');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Network' }).click();
  await pick(page, 'Way to the network', 'HTTP proxy');
  await field(page, 'Host').fill('127.0.0.1');
  await field(page, 'Port').fill('99999');
  await button(page, 'Save').click();
  await expect(dialog(page).getByText('A port is a number from 1 to 65,535.')).toBeVisible();
  await field(page, 'Port').fill(String(proxy.route.port));
  await field(page, 'User name').fill('reader');
  await dialog(page).getByLabel('Password').fill('let me through');
  await button(page, 'Save').click();
  await expect(dialog(page).getByText('Saved.')).toBeVisible();
  // Under a virtual display there is no keyring, and it must not be said that there were one.
  await expect(dialog(page).getByText(/One is kept until Caravan closes/)).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await addFeed(page, address);
  await expect(rows(page).first()).toBeVisible();
  expect(proxy.asked).toContain(`GET ${address}`);

  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await button(page, 'Test').click();
  await expect(dialog(page).getByText(/^press\.test answered in .+\.$/)).toBeVisible();
  await field(page, 'Port').fill(await deadPort());
  await button(page, 'Test').click();
  await expect(dialog(page).getByRole('alert')).toContainText('cannot be reached');
  await button(page, 'Forget the password').click();
  await expect(dialog(page).getByText(/One is kept/)).toBeHidden();
  await proxy.close();
});

test('the log tells what happened while it is open, and leads to the feed', async ({ page, server }) => {
  for (const title of ['The Border Post', 'Makran Daily']) {
    await addFeed(page, feedOf(server, title));
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  const happened = dialog(page).getByRole('listitem');
  await expect(dialog(page).getByRole('heading', { name: 'What happened' })).toBeVisible();
  const before = await happened.count();
  server.publish('border-post', 2);
  await page.evaluate(() => window.caravan.calls['refresh.start']({ feedIds: null }));
  await expect(happened).toHaveCount(before + 2);
  await expect(happened.first()).toContainText('2 feeds asked · 2 new articles');
  await expect(happened.nth(1)).toContainText('2 new articles');
  await happened.nth(1).getByRole('button', { name: 'The Border Post' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The Border Post' })).toBeVisible();
});

test('a feed’s own headers and login reach its server; the password is in no file', async ({
  library: folder,
  page,
}) => {
  const feed = await startGuardedFeed();
  await addFeed(page, feed.url);
  await expect(rows(page).first()).toBeVisible();
  feed.guard('amina', 'pomegranate-7');
  await page.keyboard.press('r');
  await expect(alert(page)).toContainText('Asks for a login');
  await page.getByRole('button', { name: 'Log in…' }).click();

  await field(page, 'User name').fill('amina');
  await button(page, 'Add header').click();
  await field(page, 'Name').last().fill('Host');
  await field(page, 'Value').fill('elsewhere.example');
  await button(page, 'Save').click();
  await expect(dialog(page).getByText('Type the password as well.')).toBeVisible();
  await expect(dialog(page).getByLabel('Password')).toBeFocused();
  await expect(dialog(page).getByText('This header is for Caravan alone to set.')).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await field(page, 'Name').last().fill('X-Reader');
  await field(page, 'Value').fill('card-1881');
  await field(page, 'User agent').fill('Caravan of Amina/1');
  await dialog(page).getByLabel('Password').fill('pomegranate-7');
  await button(page, 'Save').click();
  await expect(dialog(page).getByText('Saved.')).toBeVisible();
  await expect(dialog(page).getByLabel('Password')).toHaveValue('');
  await page.keyboard.press('Escape');

  // Nobody tried again by hand: what was in the way is out of it.
  await expect(alert(page)).toBeHidden();
  expect(feed.asked.at(-1)).toMatchObject({
    authorization: `Basic ${Buffer.from('amina:pomegranate-7').toString('base64')}`,
    'user-agent': 'Caravan of Amina/1',
    'x-reader': 'card-1881',
  });
  const written = await textOfAll(folder);
  expect(written).toContain('The Members’ Letter');
  expect(written).not.toContain('pomegranate-7');
  expect(written).not.toContain(Buffer.from('amina:pomegranate-7').toString('base64'));
  expect(written).not.toContain('card-1881');
  await feed.close();
});

test('an edited headline stays read and shows what it said before', async ({ page, server }) => {
  await addFeed(page, feedOf(server, 'The Border Post'));
  await row(page, 'Two new crossings').click();
  const title = page.frameLocator('iframe').locator('h1');
  await expect(title).toContainText('Two new crossings');
  await expect(page.getByRole('button', { name: 'Earlier version' })).toBeHidden();
  await expect(row(page, 'Two new crossings').getByText('unread', { exact: true })).toBeHidden();

  const [newest] = server.items('border-post').filter((item) => item.title?.startsWith('Two new crossings'));
  server.edit('border-post', { slug: newest?.slug ?? '', title: 'Three crossings, not two', paragraph: 'Corrected.' });
  await page.keyboard.press('r');
  await expect(title).toHaveText('Three crossings, not two');
  await expect(row(page, 'Three crossings').getByText(/^read\b/)).toBeVisible();
  await expect(page.frameLocator('iframe').locator('.dateline')).toContainText('Updated');
  await expect(page.frameLocator('iframe').locator('.body')).toContainText('Corrected.');

  await page.getByRole('button', { name: 'Earlier version' }).click();
  await expect(title).toContainText('Two new crossings');
  await expect(page.frameLocator('iframe').locator('.body')).not.toContainText('Corrected.');
  await expect(page.getByText(/^As it was until /)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the present version' }).click();
  await expect(title).toHaveText('Three crossings, not two');
  await page.keyboard.press('e');
  await expect(title).toContainText('Two new crossings');
  await page.keyboard.press('j');
  await expect(title).not.toContainText('crossings');
});

test('without a network nothing is blamed on a feed', async ({ page, server }) => {
  for (const title of ['The Border Post', 'Makran Daily']) {
    await addFeed(page, feedOf(server, title));
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  await server.cut();
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(mark(page, /^Offline since/)).toBeVisible();
  await place(page, 'The Border Post').click();
  await expect(page.getByText(/^You are offline since .+ asked again as soon as there is a network\.$/)).toBeVisible();
  await expect(alert(page)).toBeHidden();
});

/** All that lies in a folder, however deep, byte by byte. */
async function textOfAll(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
