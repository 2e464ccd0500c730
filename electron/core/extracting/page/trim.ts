import { type Block, blocksOf, isLinks, takeAway } from './blocks';
import { isHousePhrase, labelOf, leadingLabel, leadsElsewhere } from './labels';
import { tagsInLine } from './page-tags';
import { key } from './text-key';

/** What is known of the article, to tell its lines from those about it. */
export interface Known {
  title: string | null;
  byline: string | null;
  /** The day that a line names when it says hardly more. */
  dateIn(text: string): number | null;
}

/** What the lines that were taken away said. */
export interface Trimmed {
  tags: string[];
  published: number | null;
  isToldElsewhere: boolean;
}

const SENTENCE = /[.!?…؟۔।。！？:»”"]['")\]]?$/;
const PROSE = 60;
const MOST_LEAD = 14;
const MOST_TAIL = 40;

/** Takes the lines about the article from its beginning and its end, and lists of links wherever they are. */
export function trim(body: Element, known: Known): Trimmed {
  dropLinkLists(body);
  const found: Trimmed = { tags: [], published: null, isToldElsewhere: false };
  trimLead(body, known, found);
  trimTail(body, known, found);
  return found;
}

function trimLead(body: Element, known: Known, found: Trimmed): void {
  const blocks = blocksOf(body);
  let seen = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.text === '' || block.element.closest('figure')) continue;
    if (isTitle(block, known)) {
      takeAway(block.element, body);
      continue;
    }
    const day = known.dateIn(block.text);
    const isDate = day !== null && !isProse(block);
    const isBeside = [blocks[at - 1], blocks[at + 1]].some(
      (other) => other !== undefined && known.dateIn(other.text) !== null,
    );
    const tags = isDate ? [] : tagsInLine(block, isBeside);
    if (isDate) found.published ??= day;
    found.tags.push(...tags);
    if (isDate || tags.length > 0 || isAbout(block, known)) takeAway(block.element, body);
    else if (isProse(block) || ++seen > MOST_LEAD) break;
  }
  dropTitles(body, known);
}

/** Also where it stands a second time, further down. */
function dropTitles(body: Element, known: Known): void {
  for (const block of blocksOf(body).slice(0, 6)) if (isTitle(block, known)) takeAway(block.element, body);
}

const isTitle = ({ text, element }: Block, { title }: Known): boolean => {
  if (title === null || element.localName === 'figcaption') return false;
  const [line, wanted] = [key(text), key(title)];
  return (
    line === wanted ||
    (wanted.length > 20 && line.includes(wanted) && line.length < wanted.length + 20 && text.length < title.length + 30)
  );
};

const isProse = (block: Block): boolean =>
  !isLinks(block) &&
  (block.text.length > 120 || (block.text.length > PROSE && SENTENCE.test(block.text)) || isDense(block));

/** In Chinese a sentence is a third as long. */
const isDense = ({ text }: Block): boolean =>
  text.length > 18 && /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) && SENTENCE.test(text);

/** True for lines that say who wrote, where to click, what else there is. */
function isAbout(block: Block, { byline }: Known): boolean {
  const { text } = block;
  if (labelOf(text) !== null || isHousePhrase(text) || leadsElsewhere(text, isLinks(block))) return true;
  if (isLinks(block) && !/^h[1-6]$/.test(block.element.localName) && !isNote(block)) return true;
  if (/^[\p{P}\p{S}\p{N}\s]*$/u.test(text)) return block.element.closest('table, pre') === null;
  const name = byline === null ? '' : key(byline);
  return name !== '' && text.length < (byline?.length ?? 0) + 25 && key(text).includes(name);
}

/** A footnote leads back into the text. */
const isNote = ({ element }: Block): boolean =>
  element.querySelector('a[href^="#"]') !== null || element.closest('table, blockquote') !== null;

function trimTail(body: Element, known: Known, found: Trimmed): void {
  const blocks = blocksOf(body).reverse().slice(0, MOST_TAIL);
  for (const block of blocks) {
    if (block.text === '' || block.element.closest('figure')) {
      if (block.element.querySelector('iframe, video, audio, img')) break;
      continue;
    }
    if (labelOf(block.text) === 'more' || leadingLabel(block.text) === 'more') found.isToldElsewhere = true;
    const isDate = known.dateIn(block.text) !== null && !isProse(block);
    if (!isDate && !isTitle(block, known) && !isAbout(block, known)) break;
    if (isDate) found.published ??= known.dateIn(block.text);
    takeAway(block.element, body);
  }
}

const MOST_LINKED = 0.7;

/** Boxes of nothing but links to other pages: three or more. */
function dropLinkLists(body: Element): void {
  for (const list of [...body.querySelectorAll('ul, ol, dl, div, section, table')]) {
    if (!body.contains(list) || list.closest('table') !== (list.localName === 'table' ? list : null)) continue;
    const links = [...list.querySelectorAll('a[href]')].filter((link) => !link.getAttribute('href')?.startsWith('#'));
    if (links.length < 3) continue;
    const blocks = blocksOf(list);
    const text = blocks.reduce((sum, block) => sum + block.text.length, 0);
    const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
    const hasProse = blocks.some((block) => isProse(block));
    if (!hasProse && linked > text * MOST_LINKED && text > 0) takeAway(list, body);
  }
}
