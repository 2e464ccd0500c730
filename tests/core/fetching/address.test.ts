import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../electron/contract/failures';
import { printable, webAddress } from '../../../electron/core/fetching/address';

describe('webAddress', () => {
  it.each([
    ['https://news.example/feed', 'https://news.example/feed'],
    ['  http://news.example/feed \n', 'http://news.example/feed'],
    ['HTTPS://News.Example/Feed', 'https://news.example/Feed'],
    ['news.example', 'https://news.example/'],
    ['news.example/feed.xml?a=1&b=2', 'https://news.example/feed.xml?a=1&b=2'],
    ['news.example:8080/feed', 'https://news.example:8080/feed'],
    ['//news.example/feed', 'https://news.example/feed'],
    ['feed:https://news.example/feed', 'https://news.example/feed'],
    ['feed:http://news.example/feed', 'http://news.example/feed'],
    ['feed://news.example/feed', 'https://news.example/feed'],
    ['rss://news.example/feed', 'https://news.example/feed'],
    ['rss:news.example/feed', 'https://news.example/feed'],
    ['https://news.example/feed#latest', 'https://news.example/feed'],
    ['اخبار.example/خوراک', 'https://xn--mgbacxr.example/%D8%AE%D9%88%D8%B1%D8%A7%DA%A9'],
    ['localhost:3000/feed', 'http://localhost:3000/feed'],
    ['localhost', 'http://localhost/'],
    ['192.0.2.7/feed', 'http://192.0.2.7/feed'],
    ['[2001:db8::1]:8080/feed', 'http://[2001:db8::1]:8080/feed'],
    ['https://localhost/feed', 'https://localhost/feed'],
    ['http://intranet/feed', 'http://intranet/feed'],
    ['https://reader:secret@news.example/feed', 'https://reader:secret@news.example/feed'],
  ])('reads %s', (typed, address) => {
    expect(webAddress(typed)).toBe(address);
  });

  it.each([
    '',
    '   ',
    'the news of today',
    'news',
    '42',
    '0x7f000001',
    'https://',
    'https://news example/feed',
    'javascript:alert(1)',
    'javascript:1',
    'file:///etc/hostname',
    'data:text/html,<b>',
    'mailto:someone@news.example',
    'feed:javascript:alert(1)',
    'ftp://news.example/feed',
    'https://news.example:99999/',
    'http://[::1',
    '/home/reader/feeds.opml',
  ])('refuses “%s”', (typed) => {
    expect(() => webAddress(typed)).toThrow(Fault);
  });

  it('says what was typed, but no password', () => {
    const refused = (typed: string): unknown => {
      try {
        return webAddress(typed);
      } catch (thrown) {
        return (thrown as Fault).failure.detail.address;
      }
    };
    expect(refused('the news')).toBe('the news');
    expect(refused('ftp://reader:secret@news.example/')).toBe('ftp://news.example/');
    expect(refused('reader:secret@news.example')).toBe('…@news.example');
    expect(refused('https://reader:secret@news.example:99999/')).toBe('https://…@news.example:99999/');
  });

  it('gives a web address that it reads the same again, or refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        let address: string;
        try {
          address = webAddress(typed);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Fault);
          return;
        }
        expect(address).toMatch(/^https?:\/\//);
        expect(webAddress(address)).toBe(address);
      }),
    );
  });
});

describe('printable', () => {
  it('leaves out user name and password', () => {
    expect(printable('https://reader:secret@news.example/feed?a=b')).toBe('https://news.example/feed?a=b');
  });

  it('leaves an address without them alone', () => {
    expect(printable('https://news.example/@writer')).toBe('https://news.example/@writer');
    expect(printable('not a url')).toBe('not a url');
  });
});
