import { Fault } from '../../../contract/failures';
import { absolute, WEB, WEB_OR_MAIL } from '../absolute';
import { VOID } from '../allowed';
import { articleWriter } from '../article-writer';
import { type Attributes, readHtml } from '../html-tokens';
import { isUnseen } from '../pictures';
import { type PageHead, readHead } from './page-head';
import { type Offer, offerOf } from './picture-offers';

/** An honest page has a tenth of either; a tree of more takes seconds to make and to look through. */
const MOST_CHARACTERS = 4_000_000;
const MOST_ELEMENTS = 25_000;
/** Each of them becomes a piece of text of its own in the tree. */
const APART = /[&<>"]/g;
const MOST_PICTURES = 2_000;

/** A page as little as an article can be found in, with what its head says. */
export interface SlimPage {
  head: PageHead;
  /** Well nested, at most a hundred deep, addresses absolute, no scripts, forms or drawings. */
  html: string;
  elements: number;
  /** What each `img` offers, by its `data-picture`. */
  pictures: Offer[];
}

/** Dropped with what is inside. */
const DROPPED = new Set(
  (
    'script style template svg math button select textarea datalist canvas object applet dialog ' +
    'amp-ad amp-sidebar amp-social-share amp-user-notification amp-consent amp-analytics amp-sticky-ad amp-pixel'
  ).split(' '),
);
/** Dropped alone; they have no content. */
const ALONE = new Set([
  'input',
  'meta',
  'link',
  'base',
  'param',
  'source',
  'track',
  'html',
  'head',
  'body',
  'title',
  'picture',
]);
const RENAMED = new Map([
  ['font', 'span'],
  ['center', 'div'],
  ['form', 'div'],
  ['fieldset', 'div'],
  ['amp-img', 'img'],
  ['amp-iframe', 'iframe'],
  ['amp-video', 'video'],
  ['amp-audio', 'audio'],
]);
const KEPT = ['id', 'class', 'itemprop', 'rel', 'datetime', 'content', 'dir', 'lang', 'role', 'colspan', 'rowspan'];
const MORE_KEPT = ['start', 'type', 'value', 'width', 'height', 'title', 'name'];
const LONGEST_VALUE = 500;
/** No heading holds any of these; where one seems to, it was never closed. */
const ENDS_HEADING = new Set('p ul ol table article section blockquote figure'.split(' '));
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * One linear pass over a page, before there is a tree. Throws Fault 'page-too-large' as soon as it has more than twenty-five
 * thousand elements. `url` is where the page came from.
 */
export function slimPage(source: string, url: string): SlimPage {
  const tooLarge = (reason: string): Fault => new Fault('page-too-large', { url, reason });
  if (source.length > MOST_CHARACTERS) throw tooLarge('it has more than four million characters');
  const head = readHead(source, url);
  const writer = articleWriter();
  const pictures: Offer[] = [];
  const skip = { name: '', depth: 0 };
  /** What the sources before an img offer. */
  let sources: Attributes[] = [];
  let isInNoscript = false;
  let isInTitle = false;
  let elements = 0;
  let headings = 0;

  function count(more: number): void {
    elements += more;
    if (elements > MOST_ELEMENTS) throw tooLarge('it has more than twenty-five thousand elements');
  }

  function picture(attributes: Attributes): void {
    const offer = isUnseen(attributes) ? null : offerOf(attributes, sources, head.base);
    sources = [];
    if (!offer || pictures.length === MOST_PICTURES) return;
    // For those without scripts a late picture is repeated, in whatever size.
    if (isInNoscript && pictures.at(-1)?.candidates.some(({ url }) => url === offer.url)) return;
    writer.open(
      'img',
      new Map([...kept(attributes), ['src', offer.url], ['alt', offer.alt], ['data-picture', String(pictures.length)]]),
    );
    pictures.push(offer);
  }

  function open(tag: string, attributes: Attributes, isClosed: boolean): void {
    const name = RENAMED.get(tag) ?? (tag.includes('-') ? 'div' : tag);
    if (name === 'img') {
      picture(attributes);
      return;
    }
    if (name === 'source') sources.push(attributes);
    if (name === 'noscript') isInNoscript = true;
    isInTitle = name === 'title';
    if (name === 'noscript' || isInNoscript || ALONE.has(name)) return;
    if (headings > 0 && ENDS_HEADING.has(name)) {
      for (const heading of HEADINGS) writer.close(heading);
      headings = 0;
    }
    if (HEADINGS.includes(name)) headings++;
    writer.open(name, attributesOf(name, tag, attributes, head.base));
    if (isClosed && !VOID.has(name)) writer.close(name);
  }

  readHtml(
    source,
    {
      open(tag, attributes, isClosed) {
        count(1);
        if (skip.depth > 0) {
          if (tag === skip.name && !isClosed) skip.depth++;
        } else if (DROPPED.has(tag)) {
          if (!isClosed) Object.assign(skip, { name: tag, depth: 1 });
        } else {
          open(tag, attributes, isClosed);
        }
      },
      close(tag) {
        if (skip.depth > 0) {
          if (tag === skip.name) skip.depth--;
          return;
        }
        const name = RENAMED.get(tag) ?? (tag.includes('-') ? 'div' : tag);
        if (name === 'noscript') isInNoscript = false;
        isInTitle = false;
        if (HEADINGS.includes(name) && headings > 0) headings--;
        if (name === 'picture') sources = [];
        if (!isInNoscript && !ALONE.has(name) && name !== 'img') writer.close(name);
      },
      text(text) {
        if (skip.depth > 0 || isInNoscript || isInTitle) return;
        count(text.match(APART)?.length ?? 0);
        writer.text(text);
      },
    },
    MOST_CHARACTERS,
  );
  return { head, html: writer.end(), elements, pictures };
}

const kept = (attributes: Attributes): [string, string][] =>
  [...KEPT, ...MORE_KEPT].flatMap((name): [string, string][] => {
    const value = attributes.get(name);
    return value === undefined ? [] : [[name, value.slice(0, LONGEST_VALUE)]];
  });

/** The name of an element that only its page knows says as much as a class. */
function attributesOf(name: string, tag: string, attributes: Attributes, base: string): Attributes {
  const written: Attributes = new Map(kept(attributes));
  if (tag.includes('-') && name === 'div') written.set('class', `${tag} ${written.get('class') ?? ''}`.trim());
  if (isHidden(attributes)) written.set('hidden', '');
  const href = attributes.get('href');
  const target = href === undefined ? null : linked(href, base);
  if (target !== null) written.set('href', target);
  const src = absolute(attributes.get('src') ?? attributes.get('data-src') ?? '', base, WEB);
  if (src !== null) written.set('src', src);
  return written;
}

const linked = (href: string, base: string): string | null =>
  href.trim().startsWith('#') ? href.trim() : absolute(href, base, WEB_OR_MAIL);

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const isHidden = (attributes: Attributes): boolean =>
  attributes.has('hidden') || HIDDEN_STYLE.test((attributes.get('style') ?? '').slice(0, LONGEST_VALUE));
