import { Parser } from 'htmlparser2';

const PARAGRAPHS = new Set('p div blockquote pre ul ol table figure h1 h2 h3 h4 h5 h6 section article hr'.split(' '));
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd', 'figcaption']);

/** Safe HTML as lines of text, with an empty line between paragraphs. */
export function readableText(html: string): string {
  let text = '';
  const space = (name: string): void => {
    if (PARAGRAPHS.has(name)) text += '\n\n';
    else if (LINES.has(name)) text += '\n';
  };
  const parser = new Parser({
    onopentagname: space,
    onclosetag: (name) => (LINES.has(name) ? undefined : space(name)),
    ontext: (piece) => {
      text += piece.replace(/\s+/g, ' ');
    },
  });
  parser.end(html);
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
