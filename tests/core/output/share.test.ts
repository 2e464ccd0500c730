import { describe, expect, it } from 'vitest';
import { mailAddress, reference, sharedLink } from '../../../electron/core/output/share';

describe('a link that is passed on', () => {
  it.each([
    ['https://paper.example/a?utm_source=rss&id=7&fbclid=x#part', 'https://paper.example/a?id=7#part'],
    ['https://paper.example/a?UTM_Medium=feed', 'https://paper.example/a'],
    ['https://paper.example/a?%75tm_source=rss', 'https://paper.example/a'],
    ['https://paper.example/a?ref=front&source=2', 'https://paper.example/a?ref=front&source=2'],
    ['https://paper.example/a?q=a+b%20c&empty&gclid=1', 'https://paper.example/a?q=a+b%20c&empty'],
    ['https://paper.example/a?%ff=1&msclkid=2', 'https://paper.example/a?%ff=1'],
  ])('%s is %s', (link, clean) => expect(sharedLink(link)).toBe(clean));

  it('goes with its title and source, a line each', () => {
    const link = 'https://paper.example/a?utm_source=rss';
    expect(reference({ title: 'Snow', feedTitle: 'The Post', link })).toBe('Snow\nThe Post\nhttps://paper.example/a');
    expect(reference({ title: 'Snow', feedTitle: 'The Post', link: null })).toBe('Snow\nThe Post');
  });

  it('goes by mail with nothing of its title read as an order', () => {
    const title = 'A & B?\r\nBcc: all@paper.example &cc=x برف \ud800';
    const url = new URL(mailAddress({ title, feedTitle: 'Post', link: 'https://paper.example/a?b=1&c=2' }));
    expect(url.pathname).toBe('');
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('subject')).toBe('A & B? Bcc: all@paper.example &cc=x برف ');
    expect(url.searchParams.get('body')).toBe(
      'A & B? Bcc: all@paper.example &cc=x برف \r\nPost\r\nhttps://paper.example/a?b=1&c=2',
    );
    expect(mailAddress({ title: 'x'.repeat(10_000), feedTitle: '', link: null }).length).toBeLessThan(600);
  });
});
