import { describe, expect, it } from 'vitest';
import { feedLinks } from '../../../electron/core/extracting/feed-links';

const PAGE = 'https://news.example/north/today.html';
const link = (attributes: string): string => `<link rel="alternate" ${attributes}>`;
const addresses = (html: string): string[] => feedLinks(html, PAGE).map(({ address }) => address);

describe('feedLinks, where the page announces feeds', () => {
  it('gives them in order with title and type', () => {
    const html = `<!doctype html><html><head><title>News</title>
      ${link('type="application/rss+xml" title="All  &amp; everything" href="/feed"')}
      ${link('type="application/atom+xml;charset=utf-8" href="sport.atom"')}
      ${link('type="APPLICATION/FEED+JSON" title="" href="//json.example/feed.json"')}</head>`;
    expect(feedLinks(html, PAGE)).toEqual([
      { address: 'https://news.example/feed', title: 'All & everything', type: 'application/rss+xml' },
      { address: 'https://news.example/north/sport.atom', title: null, type: 'application/atom+xml' },
      { address: 'https://json.example/feed.json', title: null, type: 'application/feed+json' },
    ]);
  });

  it.each([
    ['rel in capitals', '<LINK REL="ALTERNATE" TYPE="application/rss+xml" HREF="/f">'],
    ['several relations', '<link rel="home alternate" type="application/rss+xml" href="/f">'],
    ['no quotes', '<link rel=alternate type=application/rss+xml href=/f>'],
    ['plain XML', '<link rel="alternate" type="text/xml" href="/f">'],
    ['in the body', '<body><p>x</p><link rel="alternate" type="application/rss+xml" href="/f"/>'],
  ])('reads them with %s', (_how, html) => {
    expect(addresses(html)).toEqual(['https://news.example/f']);
  });

  it.each([
    ['another language of the page', link('hreflang=fa href="/fa"')],
    ['a style sheet', '<link rel="stylesheet" type="application/rss+xml" href="/f">'],
    ['an interface for programs', link('type="application/json" href="/wp-json/posts/1"')],
    ['an embedding', link('type="application/json+oembed" href="/oembed"')],
    ['an address off the web', link('type="application/rss+xml" href="javascript:alert(1)"')],
    ['no address', link('type="application/rss+xml"')],
    ['one in a comment', `<!-- ${link('type="application/rss+xml" href="/f"')} -->`],
    ['one in a script', `<script>"${link('type="application/rss+xml" href="/f"')}"</script>`],
  ])('leaves out %s', (_what, html) => {
    expect(addresses(html)).toEqual([]);
  });

  it('resolves them on the base element', () => {
    const html = `<base href="/south/">${link('type="application/rss+xml" href="feed"')}`;
    expect(addresses(html)).toEqual(['https://news.example/south/feed']);
    expect(addresses(html.replace('/south/', 'javascript:x'))).toEqual(['https://news.example/north/feed']);
  });

  it('names each once, and prefers them to what is only mentioned', () => {
    const twice = link('type="application/rss+xml" href="/f"').repeat(2);
    expect(addresses(`<a href="/other/feed">RSS</a>${twice}<a href="/more/feed">RSS</a>`)).toEqual([
      'https://news.example/f',
    ]);
  });

  it('stops at fifty', () => {
    const many = Array.from({ length: 200 }, (_, at) => link(`type="application/rss+xml" href="/f${at}"`)).join('');
    expect(addresses(many)).toHaveLength(50);
  });
});

describe('feedLinks, where it only links to some', () => {
  it('gives what looks like a feed, titled by its text', () => {
    const html = `<a href="/feed/">Subscribe <b>by</b>\n RSS</a> <a href="/blog/atom.xml"></a> <a href="/feed/">again</a>`;
    expect(feedLinks(html, PAGE)).toEqual([
      { address: 'https://news.example/feed/', title: 'Subscribe by RSS', type: null },
      { address: 'https://news.example/blog/atom.xml', title: null, type: null },
    ]);
  });

  it.each([
    '/rss',
    '/feeds/',
    '/rss2',
    '/news.rss',
    '/a.atom',
    '/index.xml',
    '/feeds/all.xml',
    '/feed.json',
    '/index.rdf',
    '/?feed=rss2',
  ])('knows %s', (href) => {
    expect(addresses(`<a href="${href}">x</a>`)).toEqual([`https://news.example${href}`]);
  });

  it.each([
    '/feedback',
    '/sitemap.xml',
    '/feed/2026/snow',
    '/data.json',
    '/?feed=comments-of-7',
    'mailto:rss@news.example',
    '/press',
  ])('does not take %s for one', (href) => {
    expect(addresses(`<a href="${href}">x</a>`)).toEqual([]);
  });

  it.each([
    ['feed://news.example/all', 'https://news.example/all'],
    ['feed:http://news.example/rss', 'http://news.example/rss'],
  ])('understands %s', (href, address) => {
    expect(addresses(`<a href="${href}">x</a>`)).toEqual([address]);
  });

  it('finds nothing where there is nothing', () => {
    expect(feedLinks('', PAGE)).toEqual([]);
    expect(feedLinks('not <a page', PAGE)).toEqual([]);
  });
});
