import { expect, test } from './caravan';
import { dialog, importFile, place, rows } from './reader';

test('a list of feeds comes over with its folders, and its feeds are fetched', async ({ page, server }) => {
  await importFile(page, 'feeds.opml', server.opml());
  await expect(dialog(page)).toContainText(`${server.papers.length} feeds added`);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  for (const { title } of server.papers) await expect(place(page, title)).toBeAttached();
  await expect(rows(page).first()).toBeVisible();
});

test('broken rows are named, the good ones come over', async ({ page, server }) => {
  const feed = server.papers[0]?.feedUrl;
  await importFile(
    page,
    'broken.opml',
    `<opml version="1.0"><body><outline text="A & B"><outline text="Good" type="rss" xmlUrl="${feed}"/>
     <outline text="No web address" xmlUrl="javascript:alert(1)"/></outline></body></opml>`,
  );
  await expect(dialog(page)).toContainText('1 feed added');
  await expect(dialog(page)).toContainText('1 row was left out');
  await expect(dialog(page).getByRole('listitem')).toHaveText('“javascript:alert(1)” is no web address.');
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(place(page, 'A & B')).toBeVisible();
});

test('a file that is no list of feeds changes nothing', async ({ page }) => {
  await importFile(page, 'shopping.opml', 'bread, milk');
  await expect(dialog(page)).toContainText('is not an OPML list of feeds');
});
