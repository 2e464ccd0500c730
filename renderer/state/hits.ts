import { fold } from '../../electron/contract/fold';

const WHERE = 'h1, .body';
const BLOCK = 'h1, p, li, dt, dd, h2, h3, h4, h5, h6, pre, td, th, caption, figcaption, blockquote, summary, div';
const MOST = 5_000;

/** The text of the page as it is compared, and where each of its letters stands. */
interface Folded {
  text: string;
  /** For each letter of `text`, its text node (by number) and its first place there. */
  nodes: number[];
  offsets: number[];
  texts: Text[];
}

/** Every place of a text in the article, in order, whatever its case, its accents and the forms of its letters. */
export function hitsIn(page: Document, wanted: string): Range[] {
  const sought = fold(wanted);
  if (sought === '') return [];
  const folded = foldPage(page);
  const hits: Range[] = [];
  for (let at = folded.text.indexOf(sought); at >= 0 && hits.length < MOST; ) {
    hits.push(rangeOf(page, folded, at, at + sought.length - 1));
    at = folded.text.indexOf(sought, at + sought.length);
  }
  return hits;
}

/** Letter by letter, so that each keeps its place. Between blocks stands a sign that is in no word that is sought. */
function foldPage(page: Document): Folded {
  const folded: Folded = { text: '', nodes: [], offsets: [], texts: [] };
  const put = (letters: string, node: number, offset: number): void => {
    for (const letter of letters.split('')) {
      folded.text += letter;
      folded.nodes.push(node);
      folded.offsets.push(offset);
    }
  };
  let block: Element | null = null;
  for (const text of textsOf(page)) {
    const within = text.parentElement?.closest(BLOCK) ?? null;
    const node = folded.texts.push(text) - 1;
    if (within !== block) put('\n', node, 0);
    block = within;
    let offset = 0;
    for (const letter of text.data) {
      if (!/\s/.test(letter)) put(fold(letter), node, offset);
      else if (!/[ \n]$/.test(folded.text)) put(' ', node, offset);
      offset += letter.length;
    }
  }
  return folded;
}

function textsOf(page: Document): Text[] {
  const texts: Text[] = [];
  for (const root of page.querySelectorAll(WHERE)) {
    const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  }
  return texts;
}

function rangeOf(page: Document, { nodes, offsets, texts }: Folded, first: number, last: number): Range {
  const range = page.createRange();
  const end = texts[nodes[last] ?? 0];
  const from = texts[nodes[first] ?? 0];
  if (from) range.setStart(from, offsets[first] ?? 0);
  if (end) range.setEnd(end, afterLetter(end.data, offsets[last] ?? 0));
  return range;
}

/** Behind a letter and the marks on it, which fold away. */
function afterLetter(text: string, at: number): number {
  let after = at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;
  while (after < text.length && fold(text[after] ?? '') === '' && !/\s/.test(text[after] ?? '')) after++;
  return Math.min(after, text.length);
}
