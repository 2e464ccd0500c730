import type { Page } from 'playwright/test';
import { axeFinds } from './axe';
import { expect, startCaravan, test } from './caravan';
import { dialog, feedOf, importFile, place, library as sidebar } from './reader';

const FEEDS = 'Feeds';
const PAPERS = ['The Border Post', 'Makran Daily', 'Quetta Observer'];

const START = ['1 World', '2 Near', '3 The Border Post', '1 Sport', '2 Makran Daily', '1 Quetta Observer'];

/** The rows of the feeds as they are shown, each with its level: “1 World”, “2 The Border Post”. */
const shown = (page: Page) =>
  sidebar(page)
    .getByRole('treegrid', { name: FEEDS })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map((row) => `${row.getAttribute('aria-level')} ${row.getAttribute('aria-label')}`),
    );

test.beforeEach(async ({ page, server }) => {
  const [post, daily, observer] = PAPERS.map((title) => `<outline text="${title}" xmlUrl="${feedOf(server, title)}"/>`);
  const opml = `<opml version="2.0"><body><outline text="World"><outline text="Near">${post}</outline></outline>
    <outline text="Sport">${daily}</outline>${observer}</body></opml>`;
  await importFile(page, 'feeds.opml', opml);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(() => shown(page)).toEqual(START);
  // Regions and tags come in with the articles, and move the feeds away under the mouse.
  await expect(page.getByText('Last refresh')).toBeVisible();
});

const middle = async (page: Page, name: string) => {
  const { x, y, width, height } = (await place(page, name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return [x + width / 2, y + height / 2] as const;
};

/** Drags what the mouse holds onto a folder, and lets go only once the folder is what it would fall into. */
async function dropOn(page: Page, name: string): Promise<void> {
  const [x, y] = await middle(page, name);
  await page.mouse.move(x, y, { steps: 5 });
  // A hand is never quite still: only the second event over a row is one of moving there.
  await page.mouse.move(x + 1, y);
  await expect(place(page, name)).toHaveAttribute('data-drop-target');
  await page.mouse.up();
}

test('a feed is dragged into a folder with the mouse, and undo brings it back', async ({ page }) => {
  await page.mouse.move(...(await middle(page, 'Quetta Observer')));
  await page.mouse.down();
  await dropOn(page, 'World');
  await expect
    .poll(() => shown(page))
    .toEqual(['1 World', '2 Near', '3 The Border Post', '2 Quetta Observer', '1 Sport', '2 Makran Daily']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shown(page)).toEqual(START);
});

test('a drag goes past rows to a folder, whatever it was over before', async ({ page }) => {
  await page.mouse.move(...(await middle(page, 'The Border Post')));
  await page.mouse.down();
  const [x, y] = await middle(page, 'Makran Daily');
  await page.mouse.move(x, y + 13, { steps: 5 });
  await dropOn(page, 'World');
  await expect(place(page, 'The Border Post')).toHaveAttribute('aria-level', '2');
});

test('several are dragged at once, between two rows', async ({ page }) => {
  await place(page, 'Makran Daily').click();
  await place(page, 'Quetta Observer').click({ modifiers: ['Control'] });
  const target = place(page, 'The Border Post');
  const box = await target.boundingBox();
  await place(page, 'Quetta Observer').dragTo(target, { targetPosition: { x: 60, y: (box?.height ?? 0) - 1 } });
  await expect
    .poll(() => shown(page))
    .toEqual(['1 World', '2 Near', '3 The Border Post', '3 Makran Daily', '3 Quetta Observer', '1 Sport']);
});

test('keys move a row among its neighbours, into a folder and out, say where it is and keep the focus', async ({
  page,
}) => {
  await place(page, 'Sport').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Sport is number 1 of 3 in Feeds now.')).toBeVisible();
  await expect(place(page, 'Sport')).toBeFocused();
  await place(page, 'Quetta Observer').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText('Quetta Observer is number 2 of 2 in World now.')).toBeVisible();
  await expect(place(page, 'Quetta Observer')).toHaveAttribute('aria-level', '2');
  await expect(place(page, 'Quetta Observer')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByText('Quetta Observer is number 3 of 3 in Feeds now.')).toBeVisible();
  await expect(place(page, 'Quetta Observer')).toBeFocused();
});

test('a feed is filed by its grip, with keys alone', async ({ page }) => {
  await place(page, 'Quetta Observer').click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Drag Quetta Observer' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (let target = 0; target < 3; target++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => shown(page)).not.toEqual(START);
  await expect(page.getByRole('status').filter({ hasText: 'Quetta Observer is number' })).toBeVisible();
});

test('F2 puts a field in place of the name: Enter keeps, Escape gives up, empty is the publisher’s', async ({
  page,
}) => {
  const field = sidebar(page).getByRole('textbox');
  await place(page, 'Quetta Observer').click();
  await page.keyboard.press('F2');
  await expect(field).toBeFocused();
  await page.keyboard.type('My observer');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('-');
  await page.keyboard.press('Enter');
  await expect(place(page, 'My observe-r')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('never');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(place(page, 'My observe-r')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(place(page, 'Quetta Observer')).toBeFocused();

  await place(page, 'Sport').getByText('Sport').dblclick();
  await field.fill('Games');
  await page.keyboard.press('Enter');
  await expect(place(page, 'Games')).toBeVisible();
});

test('Delete removes a folder and leaves its feeds, and unsubscribes from a feed; undo brings them back', async ({
  page,
}) => {
  await place(page, 'World').click();
  await page.keyboard.press('Delete');
  await expect.poll(() => shown(page)).toEqual(['1 Near', '2 The Border Post', ...START.slice(3)]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shown(page)).toEqual(START);
  await place(page, 'Quetta Observer').click();
  await page.keyboard.press('Delete');
  await expect.poll(() => shown(page)).toEqual(START.slice(0, -1));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => shown(page)).toEqual(START);
});

test('a right click, the Menu key and Shift+F10 open the menu of a row', async ({ page }) => {
  const menu = page.getByRole('menu');
  await place(page, 'World').click({ button: 'right' });
  await expect(menu).toHaveAccessibleName('World');
  await page.getByRole('menuitem', { name: 'New folder' }).click();
  await sidebar(page).getByRole('textbox').fill('Far');
  await page.keyboard.press('Enter');
  await expect(place(page, 'Far')).toHaveAttribute('aria-level', '2');
  for (const name of ['Near', 'Nearer']) {
    await place(page, name).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await expect(sidebar(page).getByRole('textbox')).toBeFocused();
    await page.keyboard.type(name === 'Near' ? 'Nearer' : 'Near');
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'New folder' }).click();
  await expect(sidebar(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(place(page, 'New folder')).toHaveAttribute('aria-level', '1');

  await place(page, 'Today').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();

  await place(page, 'Quetta Observer').click();
  for (const key of ['ContextMenu', 'Shift+F10']) {
    await page.keyboard.press(key);
    await expect(menu).toHaveAccessibleName('Quetta Observer');
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(place(page, 'Quetta Observer')).toBeFocused();
  }
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  await dialog(page)
    .getByRole('button', { name: /Folder/ })
    .click();
  await page.getByRole('option', { name: 'World › Far' }).click();
  await dialog(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(place(page, 'Quetta Observer')).toHaveAttribute('aria-level', '3');
});

test('what is folded up stays so over a restart, and the order too', async ({ caravan, page, library: folder }) => {
  await place(page, 'Sport').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Sport is number 1')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(place(page, 'Sport')).toHaveAttribute('aria-expanded', 'false');
  await caravan.close();
  const again = await startCaravan(folder);
  await expect.poll(() => shown(again.page)).toEqual(['1 Sport', ...START.slice(0, 3), '1 Quetta Observer']);
  await again.close();
});

test('a folder that is folded up says what fails in it', async ({ page, server }) => {
  server.fault('makran-daily', { kind: '500' });
  await place(page, 'Sport').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Refresh' }).click();
  const mark = (name: string) => place(page, name).getByRole('img');
  await expect(mark('Makran Daily')).toHaveAccessibleName(/Not reached/);
  await expect(mark('Sport')).toHaveCount(0);
  await place(page, 'Sport').click();
  await page.keyboard.press('ArrowLeft');
  await expect(mark('Sport')).toHaveAccessibleName('1 feed fails: Makran Daily (Not reached)');
});

test('the tree tells levels, places and counts, and Home, End, arrows and Tab do what they do in a tree', async ({
  page,
}) => {
  const tree = sidebar(page).getByRole('treegrid', { name: FEEDS });
  await expect(tree).toHaveAttribute('aria-multiselectable', 'true');
  for (const [name, level, position, size] of [
    ['World', 1, 1, 3],
    ['Near', 2, 1, 1],
    ['The Border Post', 3, 1, 1],
    ['Sport', 1, 2, 3],
    ['Quetta Observer', 1, 3, 3],
  ] as const) {
    await expect(place(page, name)).toHaveAttribute('aria-level', String(level));
    await expect(place(page, name)).toHaveAttribute('aria-posinset', String(position));
    await expect(place(page, name)).toHaveAttribute('aria-setsize', String(size));
  }
  await place(page, 'World').click();
  await page.keyboard.press('End');
  await expect(place(page, 'Quetta Observer')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(place(page, 'World')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(place(page, 'Near')).toBeFocused();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(tree.locator(':focus')).toHaveCount(0);
});
