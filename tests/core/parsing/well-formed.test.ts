import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFeed } from '../../../electron/core/parsing/feed';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const WORDS = 'snow pass راه 山口 дорога café 1 & < > " ]]> &amp; <b>bold</b> 𝄞 &nbsp; 12'.split(' ');
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((some) => some.join(' '));
const plainWord = fc.constantFrom('snow', 'راه', '山口', 'дорога', 'café', '𝄞');
const plain = fc.array(plainWord, { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
const address = fc.nat(1_000_000).map((number) => `https://news.example/${number}?a=1&b=2`);
const time = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true });

const made = fc.record({ id: fc.uuid(), title: plain, link: address, time, html: words, inCdata: fc.boolean() });
const items = fc.array(made, { maxLength: 8 });
type Made = typeof made extends fc.Arbitrary<infer Item> ? Item : never;

const htmlOf = ({ html, inCdata }: Made) =>
  inCdata ? `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : escaped(html);

const FORMATS: Record<string, (items: Made[]) => string> = {
  rss: (some) =>
    `<rss version="2.0"><channel>${some
      .map(
        (item) =>
          `<item><guid isPermaLink="false">${item.id}</guid><title>${item.title}</title><link>${escaped(item.link)}</link>` +
          `<pubDate>${item.time.toUTCString()}</pubDate><description>${htmlOf(item)}</description></item>`,
      )
      .join('\n')}</channel></rss>`,
  atom: (some) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${some
      .map(
        (item) =>
          `<entry><id>${item.id}</id><title>${item.title}</title><link href="${escaped(item.link)}"/>` +
          `<published>${item.time.toISOString()}</published><content type="html">${htmlOf(item)}</content></entry>`,
      )
      .join('\n')}</feed>`,
  json: (some) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: some.map((item) => ({
        id: item.id,
        title: item.title,
        url: item.link,
        date_published: item.time.toISOString(),
        content_html: item.html,
      })),
    }),
};

/** RFC 822 has whole seconds. */
const published = (format: string, date: Date) =>
  new Date(format === 'rss' ? Math.floor(date.getTime() / 1_000) * 1_000 : date).toISOString();

it.each(Object.keys(FORMATS))('gives back what a well-formed %s feed was made of', async (format) => {
  await fc.assert(
    fc.asyncProperty(items, async (some) => {
      const bytes = new TextEncoder().encode(FORMATS[format]?.(some));
      const feed = await parseFeed(bytes, { contentType: null, url: 'https://news.example/feed' });
      expect(
        feed.items.map(({ id, title, link, published: date, content }) => ({ id, title, link, date, content })),
      ).toEqual(
        some.map(({ id, title, link, time: date, html }) => ({
          id,
          title,
          link,
          date: published(format, date),
          content: html,
        })),
      );
    }),
    { numRuns: 150 },
  );
});
