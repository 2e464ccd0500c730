import { Readability } from '@mozilla/readability';
import { blocksOf, lineOf } from './blocks';

/** Where pages say that the text of an article stands, the surest first. */
const SAID = [
  '[itemprop~="articleBody"]',
  '.entry-content',
  '.post-content',
  '.article-content',
  '.article-body',
  '.article__body',
  '.article__content',
  '.articlebody',
  '.articleBody',
  '.story-body',
  '.story-content',
  '.story-text',
  '.post-body',
  '.td-post-content',
  '.news-content',
  '.news-body',
  '.newsbody .body',
  '.news_body',
  '.single-content',
  '.content-body',
  '.article-text',
  '.field--name-body',
  '.entry__content',
  '.post__content',
  '.prose',
];
const ENOUGH = 250;
/** Beyond these Readability takes seconds; a page says then where its text is, or is taken as it is. */
const MOST_ELEMENTS = 6_000;
const CHARACTERS_WANTED = 200;

/**
 * The element of a page that holds its article: where the page says so, else where Readability finds it, else all of it.
 * Readability changes the document.
 */
export function articleBody(document: Document, elements: number): Element {
  const said = saidBody(document.body);
  if (said && lineOf(said).length >= ENOUGH) return said;
  const before = document.body;
  const found = elements <= MOST_ELEMENTS ? readable(document) : null;
  if (found && lineOf(found).length >= Math.min(ENOUGH, (said ? lineOf(said).length : 0) + 1)) return found;
  return said ?? found ?? largest(before);
}

function saidBody(body: Element): Element | null {
  for (const selector of SAID) {
    const all = [...body.querySelectorAll(selector)];
    const outer = all.filter((element) => !all.some((other) => other !== element && other.contains(element)));
    // Several are entries of a list, or teasers.
    if (outer.length === 1 && outer[0] && lineOf(outer[0]).length > 0) return outer[0];
  }
  return null;
}

const MARK = 'data-block';
/** How much larger the element around all that Readability keeps may be, to be taken in place of it. */
const LARGER = 1.35;
/** Readability gives some lines elements of its own, which are not found again. */
const SMALLER = 0.95;

/**
 * What Readability finds; better, the element of the page that holds it all, since Readability loses galleries, tables and
 * short lines, unless that holds much else.
 */
function readable(document: Document): Element | null {
  const blocks = blocksOf(document.body).map(({ element }) => element);
  for (const [at, element] of blocks.entries()) element.setAttribute(MARK, String(at));
  const content = readability(document.cloneNode(true) as Document);
  if (!content) return null;
  const kept = [...content.querySelectorAll(`[${MARK}]`)].map((element) => blocks[Number(element.getAttribute(MARK))]);
  const around = holderOf(kept.filter((element) => element !== undefined && lineOf(element) !== '') as Element[]);
  const size = lineOf(content).length;
  const isIt = around !== null && lineOf(around).length >= size * SMALLER && lineOf(around).length <= size * LARGER;
  return isIt ? around : content;
}

function readability(document: Document): Element | null {
  const options = {
    charThreshold: CHARACTERS_WANTED,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: Node) => node,
  };
  try {
    return (new Readability<Node>(document, options).parse()?.content ?? null) as Element | null;
  } catch {
    // It leans on parts of a tree that some pages do not have; they are read without it.
    return null;
  }
}

/** The innermost element that all of these are in. */
function holderOf(elements: readonly Element[]): Element | null {
  let holder = elements[0]?.parentElement ?? null;
  for (const element of elements) {
    while (holder && !holder.contains(element)) holder = holder.parentElement;
  }
  return holder;
}

/** Short notices are below what Readability takes for an article. */
function largest(body: Element): Element {
  const candidates = [...body.querySelectorAll('article, main, [role="main"]')];
  const sizes = candidates.map((element) => ({ element, size: lineOf(element).length }));
  const best = sizes.sort((one, other) => other.size - one.size)[0];
  return best && best.size * 3 > lineOf(body).length ? best.element : body;
}
