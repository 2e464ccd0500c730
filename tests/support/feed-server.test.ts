import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FeedServer, startFeedServer } from './feed-server';
import { documentAt, tags } from './feed-server/documents';
import { SAMPLE_FEEDS } from './sample-feeds/sample-feeds';

const NOW = Date.UTC(2026, 10, 21, 6, 40);

let server: FeedServer;
beforeEach(async () => {
  server = await startFeedServer({ now: () => NOW });
});
afterEach(() => server.close());

describe('the papers', () => {
  it('speak many languages in four formats', () => {
    expect(server.papers.length).toBeGreaterThanOrEqual(12);
    const languages = server.papers.map(({ language }) => language.slice(0, 2));
    expect(languages).toEqual(expect.arrayContaining(['en', 'fa', 'ur', 'ar', 'ps', 'es', 'zh', 'hi', 'tr', 'ru']));
    expect(new Set(server.papers.map(({ format }) => format))).toEqual(new Set(['rss', 'rdf', 'atom', 'json']));
  });

  it.each(SAMPLE_FEEDS.map(({ id }) => id))(
    '%s is valid, dated before now, and each of its addresses answers',
    async (id) => {
      const items = server.items(id);
      expect(items.length).toBeGreaterThanOrEqual(8);
      expect(items.length).toBeLessThanOrEqual(14);
      expect(unique(items.map(({ slug }) => slug))).toBe(true);
      const times = items.flatMap(({ published }) => published ?? []);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      expect(times[0]).toBeLessThanOrEqual(NOW);
      const { feedUrl, homeUrl, format } = paper(id);
      const document = await documentAt(feedUrl);
      if (format === 'json') expect(JSON.parse(document).items).toHaveLength(items.length);
      else expect(tags(document).filter(({ name }) => name === 'item' || name === 'entry')).toHaveLength(items.length);
      for (const address of [homeUrl, `${homeUrl}icon.png`, ...items.map(({ link }) => link)]) {
        expect((await fetch(address)).status, address).toBe(200);
      }
    },
  );

  it('have guids that no other story has', () => {
    const guids = server.papers.flatMap(({ id }) => server.items(id).map(({ guid }) => guid));
    expect(unique(guids.filter((guid) => guid !== null))).toBe(true);
    expect(guids.filter((guid) => guid === null)).toHaveLength(1);
  });

  it('hold the stories of the pictures, at their times', () => {
    const titles = ['border-post', 'makran-daily', 'khavaran', 'quetta-observer'].map((id) => server.items(id)[0]);
    expect(titles.map((item) => [item?.title, (NOW - (item?.published ?? 0)) / 60_000])).toEqual([
      ['Two new crossings open as border markets double their hours', 12],
      ['Gas pipeline talks resume with a shorter route on the table', 48],
      ['بازارچه‌های مرزی تا ده شب باز می‌مانند', 120],
      ['Joint patrols to share one radio channel after a year of talks', 300],
    ]);
  });

  it('are odd on purpose: no headline, no date, a very long headline', () => {
    const all = server.papers.flatMap(({ id }) => server.items(id));
    expect(all.filter(({ title }) => title === null)).toHaveLength(1);
    expect(all.filter(({ published }) => published === null)).toHaveLength(1);
    expect(Math.max(...all.map(({ title }) => title?.length ?? 0))).toBeGreaterThan(300);
  });

  it('serve every format of a paper that is asked for', async () => {
    for (const file of ['rss.xml', 'rdf.xml', 'atom.xml']) tags(await documentAt(server.url(`/makran-daily/${file}`)));
    expect(JSON.parse(await documentAt(server.url('/makran-daily/feed.json'))).title).toBe('Makran Daily');
  });
});

describe('charsets', () => {
  it('writes windows-1256 bytes that decode to what was meant', async () => {
    const response = await fetch(paper('sada-al-wahat').feedUrl);
    expect(response.headers.get('content-type')).toContain('charset=windows-1256');
    const document = new TextDecoder('windows-1256').decode(await response.arrayBuffer());
    expect(document).toContain('encoding="windows-1256"');
    expect(document).toContain('<title>صدى الواحات</title>');
    // Arabic-Indic digits are not in windows-1256.
    expect(document).toContain('&#1633;');
  });

  it('lets a header lie about windows-1251 and about UTF-8', async () => {
    const russian = await fetch(paper('kaspiyskiy-trakt').feedUrl);
    expect(russian.headers.get('content-type')).toContain('charset=utf-8');
    const bytes = await russian.arrayBuffer();
    expect(new TextDecoder().decode(bytes)).toContain('\ufffd');
    expect(new TextDecoder('windows-1251').decode(bytes)).toContain('Каспийский тракт');
    const chinese = await fetch(paper('shanguan').feedUrl);
    expect(chinese.headers.get('content-type')).toContain('charset=gbk');
    expect(await chinese.text()).toContain('山关日报');
  });
});

describe('pages', () => {
  it('tells of feeds on the front page of each paper: two, a relative one, none', async () => {
    expect(alternates(await documentAt(paper('border-post').homeUrl))).toHaveLength(2);
    expect(alternates(await documentAt(paper('khavaran').homeUrl))).toEqual(['feed.xml']);
    expect(alternates(await documentAt(paper('da-ghrono-ghag').homeUrl))).toEqual([]);
    expect(alternates(await documentAt(paper('quetta-observer').homeUrl))).toEqual([paper('quetta-observer').feedUrl]);
  });

  it('shapes an article as the page that all began with', async () => {
    const page = await documentAt(server.items('border-post')[0]?.link ?? '');
    const order = [
      'NOVEMBER 21, 2026',
      'Iran News',
      '<h2 class="crumb">Two new',
      '<h1>Two new',
      'Lorries began',
      'Related News',
    ];
    const places = [...order, 'About Us', 'Instagram'].map((text) => page.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('lists all papers as OPML in nested folders, and odd rows on demand', () => {
    const rows = tags(server.opml({ broken: true })).filter(({ name }) => name === 'outline');
    const feeds = rows.flatMap(({ attributes }) => attributes.xmlUrl ?? []);
    for (const { feedUrl } of server.papers) expect(feeds).toContain(feedUrl);
    expect(rows.some(({ attributes }) => attributes.xmlUrl === undefined && attributes.type === 'rss')).toBe(true);
    expect(
      tags(server.opml({ papers: ['khavaran'], nested: false })).filter(({ name }) => name === 'outline'),
    ).toHaveLength(1);
  });
});

describe('publishing', () => {
  it('puts new items before the old ones, dated now', async () => {
    const before = server.items('khavaran');
    server.publish('khavaran', 3);
    const after = server.items('khavaran');
    expect(after.slice(3)).toEqual(before);
    expect(after.slice(0, 3).map(({ published }) => published)).toEqual([NOW, NOW, NOW]);
    expect(await documentAt(paper('khavaran').feedUrl)).toContain(after[0]?.title);
    expect((await fetch(after[0]?.link ?? '')).status).toBe(200);
  });

  it('edits a story under the same guid', async () => {
    const [before] = server.items('makran-daily');
    server.edit('makran-daily', { title: 'Talks end early', paragraph: 'It is over.' });
    expect(server.items('makran-daily')[0]).toEqual({ ...before, title: 'Talks end early' });
    expect(await documentAt(paper('makran-daily').feedUrl)).toContain('<p>It is over.</p>');
  });
});

function paper(id: string) {
  const found = server.papers.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no paper '${id}'`);
  return found;
}

function alternates(page: string): string[] {
  return [...page.matchAll(/<link rel="alternate"[^>]* href="([^"]+)"/g)].map(([, href = '']) => href);
}

function unique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
