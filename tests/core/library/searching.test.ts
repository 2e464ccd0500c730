import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Library } from '../../../electron/core/library';
import { finderHere } from '../../../electron/core/work/finder-here';
import { startWrittenFeed, type WrittenItem } from '../../support/written-feed';
import { listed, openLibrary, temporaryFolder, titles } from './temporary';

const ITEMS: WrittenItem[] = [
  { title: 'Two new crossings', html: '<p>Lorries began rolling across the border with Iran.</p>' },
  { title: 'Border visas', html: '<p>Visas are issued again. Lorries wait.</p>' },
  { title: 'گذرگاه‌های مرزی', html: '<p>كاميون‌ها از مرز ایران گذشتند.</p>' },
];

async function subscribed(folder: string, items = ITEMS) {
  const feed = await startWrittenFeed(items);
  onTestFinished(() => feed.close());
  const library = await openLibrary(folder, { finder: finderHere() });
  await library.handlers['feeds.add']({ address: feed.url, folderId: null });
  await library.searchable();
  return { library, feed };
}

const searched = (library: Library, text: string) => titles(library, { text }, 'best');

describe('a search in the library', () => {
  it('finds words of the text in any spelling, the best first, and shows where they stand', async () => {
    const { library } = await subscribed(await temporaryFolder());
    expect(await searched(library, 'lorries')).toEqual(['Two new crossings', 'Border visas']);
    expect(await searched(library, 'border')).toEqual(['Border visas', 'Two new crossings']);
    expect(await searched(library, 'کامیون')).toEqual(['گذرگاه‌های مرزی']);
    expect(await searched(library, '"border with" -visas')).toEqual(['Two new crossings']);
    expect(await searched(library, '"border iran"')).toEqual([]);
    expect(await searched(library, 'lorr')).toEqual(['Two new crossings', 'Border visas']);
    const { articles } = await listed(library, { text: 'rolling' });
    const ids = articles.map(({ id }) => id);
    const { snippets } = await library.handlers['articles.snippets']({ text: 'rolling', ids });
    const found = snippets[ids[0] ?? ''];
    expect(found?.marks.map(([from, to]) => found.text.slice(from, to))).toEqual(['rolling']);
  });

  it('joins words with what is typed as conditions', async () => {
    const { library } = await subscribed(await temporaryFolder());
    const { articles } = await listed(library);
    const visas = articles.find(({ title }) => title === 'Border visas')?.id ?? '';
    await library.handlers['articles.mark']({ ids: [visas], read: true });
    expect(await searched(library, 'lorries is:unread')).toEqual(['Two new crossings']);
    expect(await searched(library, 'is:read')).toEqual(['Border visas']);
    expect(await searched(library, 'lorries feed:written')).toHaveLength(2);
    expect(await searched(library, 'lorries feed:other')).toEqual([]);
    expect(await searched(library, 'lorries before:2020')).toEqual([]);
    expect(await searched(library, 'lorries after:2020-01-31')).toHaveLength(2);
    expect(await searched(library, 'lorries after:2020-02-31')).toEqual([]);
    await library.handlers['articles.mark']({ ids: [visas], read: false });
    expect(await searched(library, 'lorries is:unread')).toHaveLength(2);
  });

  it('finds the same after a restart, and when what was indexed is gone', async () => {
    const folder = await temporaryFolder();
    const { library } = await subscribed(folder);
    await library.close();
    const again = await openLibrary(folder, { finder: finderHere() });
    await again.searchable();
    expect(await searched(again, 'lorries')).toEqual(['Two new crossings', 'Border visas']);
    await again.close();
    await rm(path.join(folder, 'search'), { recursive: true });
    const anew = await openLibrary(folder, { finder: finderHere() });
    await anew.searchable();
    expect(await searched(anew, 'lorries')).toEqual(['Two new crossings', 'Border visas']);
  });

  it('finds a new text in the place of the old, and nothing of a feed that is left', async () => {
    const items = [...ITEMS];
    const { library } = await subscribed(await temporaryFolder(), items);
    items[0] = { title: 'Two new crossings', html: '<p>Ferries sail across the whole wide gulf instead of that.</p>' };
    await library.handlers['refresh.start']({ feedIds: null });
    await library.searchable();
    expect(await searched(library, 'ferries')).toEqual(['Two new crossings']);
    expect(await searched(library, 'rolling')).toEqual([]);
    const { feeds } = await library.handlers['library.overview']({});
    await library.handlers['feeds.remove']({ ids: feeds.map(({ id }) => id) });
    expect(await searched(library, 'ferries')).toEqual([]);
  });

  it('looks at headlines alone where there is no index', async () => {
    const { library: first, feed } = await subscribed(await temporaryFolder());
    await first.close();
    const library = await openLibrary(await temporaryFolder());
    await library.handlers['feeds.add']({ address: feed.url, folderId: null });
    expect(await searched(library, 'crossings')).toEqual(['Two new crossings']);
    expect(await searched(library, 'lorries')).toEqual([]);
  });
});
