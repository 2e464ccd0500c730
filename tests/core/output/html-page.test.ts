import { describe, expect, it } from 'vitest';
import { htmlPage } from '../../../electron/core/output/html-page';
import { PNG, written } from './article';

const kept = new Map([['https://paper.example/kept.png', PNG]]);
const picture = async (address: string) => kept.get(address) ?? null;

const page = (html: string, changes = {}) => htmlPage(written({ html, ...changes }), 'en', picture);

describe('an article as one HTML file', () => {
  it('has its pictures inside and loads nothing', async () => {
    const html = await page(
      [
        '<figure><img src="https://paper.example/kept.png" alt="Snow" width="1" height="1"><figcaption>The pass</figcaption></figure>',
        '<p><img src="https://paper.example/gone.png" alt="A plough"></p>',
        '<video src="https://paper.example/film.mp4"></video>',
      ].join(''),
    );
    expect(html).toContain(`<img src="data:image/png;base64,${PNG.toString('base64')}" alt="Snow"`);
    expect(html).toContain('[A plough]');
    expect(html).toContain('<a href="https://paper.example/film.mp4">film.mp4</a>');
    expect(html.match(/<(?:img|video|audio|link|script|iframe|source)\b[^>]*(?:src|href)="(?!data:)/g)).toBeNull();
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:;/);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('takes for a picture only what is one', async () => {
    const html = await htmlPage(
      written({ html: '<p><img src="https://paper.example/x.png" alt="No picture"></p>' }),
      'en',
      async () => Buffer.from('<svg onload="alert(1)">'),
    );
    expect(html).toContain('[No picture]');
    expect(html).not.toContain('svg');
  });

  it('says its language and direction, its source, its date in the reader’s calendar and where it is from', async () => {
    const html = await htmlPage(
      written({ title: 'برف', summary: '', language: 'fa', feedTitle: 'روزنامه', author: null }),
      'fa-IR',
      picture,
    );
    expect(html).toContain('<html lang="fa" dir="rtl">');
    expect(html).toContain('<h1>برف</h1>');
    expect(html).toContain('<bdi class="source">روزنامه</bdi>');
    expect(html).toContain('۱۵ دی ۱۴۰۴');
    expect(html).toContain('href="https://paper.example/snow?a=1&amp;b=2"');
  });

  it('escapes what a feed wrote in a headline', async () => {
    const html = await page('<p>x</p>', { title: '</title><script>alert(1)</script>' });
    expect(html).not.toContain('<script');
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>');
  });
});
