import { parseHTML } from 'linkedom/worker';
import type { ExtractedPage, Extraction, HostMemory } from '../../../contract/extracted-page';
import { Fault } from '../../../contract/failures';
import { readableText } from '../readable-text';
import { sanitise } from '../sanitise';
import { WordCount } from '../words';
import { articleBody } from './article-body';
import { type Block, blocksOf, lineOf } from './blocks';
import { bylineOf } from './byline';
import { dropChrome, dropLabelled } from './chrome';
import { isCutShort } from './cut-marks';
import { directionOf } from './direction';
import { dropRepeated, NOTHING_LEARNT } from './host-memory';
import { type LinkedData, readLinkedData } from './json-ld';
import { otherPages } from './more-pages';
import { dateLine, datesOf, type ReadDate } from './page-date';
import { metaOf, type PageHead } from './page-head';
import { imagesOf } from './page-images';
import { distinct, tagsInLine, tagsOf } from './page-tags';
import { titleOf } from './page-title';
import { makeParagraphs } from './paragraphs';
import { slimPage } from './slim-page';
import { key } from './text-key';
import { trim } from './trim';

/** What belongs to other rooms: dates and languages are read as those of feeds are. */
export interface Readers {
  readDate: ReadDate;
  /** BCP 47 by the text, with what the page declares; null when neither is clear. */
  languageOf(text: string, declared: string | null): string | null;
}

const FEWEST_CHARACTERS = 40;
/** A text for machines is taken in place of what was found when it is so much longer. */
const LONGER = 1.6;

/**
 * Makes an article of a page. `memory` is what is known of its host; it comes back with what was learnt. Throws Fault
 * 'no-article' or 'page-too-large' (detail {url, reason}).
 */
export function extractPage(
  source: string,
  url: string,
  readers: Readers,
  memory: HostMemory = NOTHING_LEARNT,
): Extraction {
  const slim = slimPage(source, url);
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${slim.html}</body></html>`);
  const { body } = document;
  const { head } = slim;
  const data = readLinkedData(head.data);
  makeParagraphs(body);

  const language = readers.languageOf(sample(body, data), declaredLanguage(head, data));
  const title = titleOf(head, data, body);
  const isTitle = (block: Block): boolean => title !== null && key(block.text) === key(title);
  const pages = otherPages(head, body, url);
  const byline = bylineOf(head, data, body);
  const dates = datesOf(head, data, body, language, readers.readDate);
  const tags = tagsOf(head, data, body);
  const isMarkedCut = isCutShort(body, data);
  const dateIn = (text: string): number | null => dateLine(text, language, readers.readDate);
  const near = nearTitle(body, title);
  const pageDate = dates.published ?? firstDate(near, dateIn);
  const nearTags = near.flatMap((block, at) =>
    tagsInLine(
      block,
      [near[at - 1], near[at + 1]].some((other) => other !== undefined && dateIn(other.text) !== null),
    ),
  );

  const learnt = dropRepeated(body, url, memory, isTitle);
  dropChrome(body, new Set(title === null ? [] : [key(title)]));
  dropLabelled(body, isTitle);
  const article = articleBody(document, slim.elements);
  makeParagraphs(article);
  const found = trim(article, { title, byline, dateIn });
  takeFromData(article, data);

  const html = sanitise(article.innerHTML, head.base);
  const text = readableText(html);
  const images = imagesOf(article, slim.pictures, head, data);
  if (text.length < FEWEST_CHARACTERS && images.length === 0)
    throw new Fault('no-article', { url, reason: 'it has hardly any text' });
  return {
    memory: learnt,
    page: {
      title,
      byline,
      published: pageDate ?? found.published,
      modified: dates.modified,
      language,
      direction: directionOf(text || title || '', head.direction),
      tags: distinct([...nearTags, ...found.tags, ...tags]),
      html,
      text,
      images,
      words: wordsIn(text),
      isCut: isMarkedCut || found.isToldElsewhere || ENDS_OPEN.test(text),
      nextPages: pages.next,
      amp: pages.amp,
      print: pages.print,
      canonical: pages.canonical,
    } satisfies ExtractedPage,
  };
}

const ENDS_OPEN = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\))\s{0,3}["”»]?$/;

const declaredLanguage = (head: PageHead, data: LinkedData): string | null =>
  head.language ||
  data.language ||
  metaOf(head, 'og:locale', 'content-language', 'language', 'dc.language', 'dcterms.language');

function sample(body: Element, data: LinkedData): string {
  const prose = blocksOf(body).filter(({ text, linked }) => text.length > 40 && linked < text.length / 2);
  const text = prose
    .slice(0, 12)
    .map((block) => block.text)
    .join(' ');
  return `${data.body?.slice(0, 1_000) ?? ''} ${text || lineOf(body).slice(0, 1_000)}`.trim();
}

/** How many lines before and after a title are about the article. */
const [BEFORE, AFTER] = [6, 6];

/** The lines around the title: the page's own, and not those of a neighbour. */
function nearTitle(body: Element, title: string | null): Block[] {
  const blocks = blocksOf(body);
  const place = title === null ? -1 : blocks.findIndex(({ text }) => key(text) === key(title));
  return place < 0 ? blocks.slice(0, BEFORE) : blocks.slice(Math.max(0, place - BEFORE), place + AFTER + 1);
}

function firstDate(near: readonly Block[], dateIn: (text: string) => number | null): number | null {
  for (const { text } of near) {
    const day = dateIn(text);
    if (day !== null) return day;
  }
  return null;
}

/** Pages that build themselves by script have their text in the data for machines alone. */
function takeFromData(article: Element, { body }: LinkedData): void {
  if (!body || body.length < lineOf(article).length * LONGER) return;
  const plain = /<(?:p|br|div)\b/i.test(body) ? readableText(body) : body;
  const paragraphs = plain.split(/\n+/).filter((line) => line.trim() !== '');
  const elements = paragraphs.map((line) => {
    const paragraph = article.ownerDocument.createElement('p');
    paragraph.textContent = line.trim();
    return paragraph;
  });
  article.replaceChildren(...elements);
}

function wordsIn(text: string): number {
  const count = new WordCount();
  count.add(text);
  return count.words;
}
