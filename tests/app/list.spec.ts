import { axeFinds } from './axe';
import { expect, test } from './caravan';
import { addFeed, article, articlePage, articles, dialog, feedOf, row, rows } from './reader';

test('several are chosen by mouse and keys, changed together and changed back; a row has its menu', async ({
  caravan: { app },
  page,
  server,
}) => {
  test.slow();
  await addFeed(page, feedOf(server, 'The Border Post'));
  await expect(rows(page).nth(4)).toBeVisible();
  const grid = articles(page);
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true');
  const chosen = page.getByRole('toolbar', { name: 'Selected articles' });
  const selected = grid.getByRole('row', { selected: true });

  // By the mouse: a range, then one of it less.
  await rows(page).nth(0).click();
  await rows(page)
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await expect(chosen.getByRole('status')).toHaveText('3 selected');
  await expect(selected).toHaveCount(3);
  expect(await axeFinds(page)).toEqual([]);
  await rows(page)
    .nth(1)
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(chosen.getByRole('status')).toHaveText('2 selected');
  await page.keyboard.press('s');
  await expect(rows(page).nth(0)).toContainText('bookmarked');
  await expect(rows(page).nth(2)).toContainText('bookmarked');
  await expect(rows(page).nth(1)).not.toContainText('bookmarked');
  await expect(page.getByText('2 articles bookmarked.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page).nth(2)).not.toContainText('bookmarked');
  // What is chosen is still so.
  await expect(chosen.getByRole('status')).toHaveText('2 selected');
  await page.keyboard.press('t');
  await dialog(page).getByRole('textbox', { name: 'Tag' }).fill('for the road');
  await dialog(page).getByRole('button', { name: 'Add to all' }).click();
  await expect(rows(page).nth(2)).toContainText('for the road');
  await expect(rows(page).nth(1)).not.toContainText('for the road');

  // By keys: back to the open one, a range from there, all.
  await rows(page).nth(2).focus();
  await page.keyboard.press('Escape');
  await expect(chosen).toBeHidden();
  await expect(selected).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen.getByRole('status')).toHaveText('2 selected');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen.getByRole('status')).toHaveText('3 selected');
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  const { length } = server.items('border-post');
  await expect(chosen.getByRole('status')).toHaveText(`${length} selected`);
  await chosen.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByText(`${length - 1} articles marked as read.`)).toBeVisible();
  await expect(chosen).toBeHidden();

  // The menu of a row, by the pointer and by its key.
  const second = rows(page).nth(1);
  await second.click({ button: 'right' });
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem')).toHaveText(
    [/Open original/, /Copy link/, /Mark as unread/, /Bookmark/, /Tags/, /above/, /below/, /Go to this/, /Filter by/],
    { useInnerText: true },
  );
  expect(await axeFinds(page)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^http/);
  await second.focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Mark as unread' }).click();
  await expect(second).toContainText('unread');

  // What is at hand in a row moves nothing in it.
  const headline = second.locator('p').nth(1);
  await page.mouse.move(0, 0);
  const before = await headline.boundingBox();
  await second.hover();
  await second.getByRole('button', { name: 'Bookmark' }).click();
  await expect(second).toContainText('bookmarked');
  expect(await headline.boundingBox()).toEqual(before);
});

test('the list stands under its days, keeps its place when new ones come in, and goes with a key that is held', async ({
  page,
  server,
}) => {
  const paper = 'border-post';
  await addFeed(page, feedOf(server, 'The Border Post'));
  const { length } = server.items(paper);
  const groups = articles(page).getByRole('rowgroup');
  await expect(groups.first()).toHaveAccessibleName(/\S/);
  await expect(articles(page)).toHaveAttribute('aria-rowcount', String(length));
  const places = async () =>
    Promise.all((await rows(page).all()).map(async (one) => Number(await one.getAttribute('aria-rowindex'))));
  const drawn = await places();
  expect(drawn).toEqual(drawn.map((_, n) => n + 1));

  // A key that is held down leads on at once; the article comes when it is let go.
  await rows(page).first().click();
  await expect(articlePage(page).locator('h1')).toBeVisible();
  const first = await articlePage(page).locator('h1').innerText();
  await page.keyboard.down('j');
  for (let n = 0; n < 3; n++) await page.keyboard.down('j');
  await expect(rows(page).nth(4)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.up('j');
  await expect(articlePage(page).locator('h1')).not.toHaveText(first);
  const open = await articlePage(page).locator('h1').innerText();
  await expect(rows(page).nth(2)).toContainText('unread');

  // What waited comes in above: the Tab key still stops at the open article.
  server.publish(paper, 2);
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: '2 new articles' })).toBeVisible();
  await page.keyboard.press('.');
  await expect(articles(page)).toHaveAttribute('aria-rowcount', String(length + 2));
  await expect(row(page, open)).toHaveAttribute('tabindex', '0');
  await expect(articles(page).locator('[role=row][tabindex="0"]')).toHaveCount(1);
  await expect(row(page, open)).toHaveAttribute('aria-rowindex', '7');

  await page.getByRole('button', { name: 'Order' }).click();
  await page.getByRole('menuitem', { name: 'Group by day' }).click();
  await expect(articles(page).locator('[data-day]')).toHaveCount(0);
  await expect(article(page)).toBeVisible();
});
