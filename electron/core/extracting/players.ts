import { readHtml } from './html-tokens';

/** What plays in an article's sanitised HTML, in its order. */
export function playersIn(html: string): { kind: 'audio' | 'video'; url: string }[] {
  const players: { kind: 'audio' | 'video'; url: string }[] = [];
  if (!/<(?:audio|video)/.test(html)) return players;
  readHtml(html, {
    open(name, attributes) {
      const url = attributes.get('src');
      if ((name === 'audio' || name === 'video') && url) players.push({ kind: name, url });
    },
  });
  return players;
}
