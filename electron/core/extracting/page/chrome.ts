import { type Block, blocksOf, isLinks, lineOf, takeAway } from './blocks';
import { isHousePhrase, type Label, labelOf, leadingLabel, leadsElsewhere } from './labels';
import { key } from './text-key';

/** Names of classes and ids, between hyphens, of what stands around articles. */
const NAMES =
  'share sharing shares sharedaddy sharebar social socials addtoany related relatedposts recommended recommendations recirc outbrain taboola promo promos promotion advert adverts advertisement advertisements ad ads adslot adsbygoogle sponsor sponsored newsletter newsletters subscribe subscription paywall breadcrumb breadcrumbs crumbs pager pagination sidebar widget widgets toolbar menu menus nav navbar navigation topbar skip popup modal overlay tagcloud trending popular mostread bio authorbox most-read most-viewed most-popular author-box author-bio author-info about-author post-nav post-navigation page-links read-next read-also up-next next-post prev-post more-stories site-header site-footer footer foot copyright skip-link back-to-top jp-relatedposts print-link print-button text-size font-size login signup hatom-extra'.split(
    ' ',
  );
const CHROME = new RegExp(`-(?:${NAMES.join('|')})-`);
/** May be longer than the article. */
const LONG =
  /-(?:comments?|commentlist|commentarea|disqus|respond|cookie|cookies|consent|gdpr|onetrust|privacy-(?:notice|banner)|user-notification)-/;
const ELEMENTS = new Set(['nav', 'aside', 'footer', 'menu']);
const ROLES = new Set(
  'navigation contentinfo complementary search dialog alertdialog menu menubar toolbar tablist'.split(' '),
);
/** What an article is made of is never thrown away for a name alone. */
const SPARED = new Set('p img figcaption h1 pre code td tr tbody table li body main article'.split(' '));
const CONTENT = '[itemprop="articleBody"], [itemprop="headline"], article h1';

/** The share of a page's text that something around an article has at most. */
const MOST = 0.45;

/** Names of an element as `-one-two-`, words in camelCase parted. */
export function namesOf(element: Element): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return `-${names
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}-`;
}

/** Takes away what a page has around its article and says so by its elements, roles and names. `titles` are keys. */
export function dropChrome(body: Element, titles: ReadonlySet<string>): void {
  const lengths = textLengths(body);
  const total = lengths.get(body) ?? 0;
  const titled = headingsNamed(body, titles);
  const drop = (element: Element): boolean => {
    const isLong = LONG.test(namesOf(element));
    if (!isLong && !isChrome(element)) return false;
    const isMost = (lengths.get(element) ?? 0) > total * MOST;
    if (isMost && !(isLong && element.querySelector(CONTENT) === null)) return false;
    return !titled.some((heading) => element.contains(heading));
  };
  const visit = (element: Element): void => {
    for (const child of [...element.children]) {
      if (!SPARED.has(child.localName) && drop(child)) child.remove();
      else visit(child);
    }
  };
  visit(body);
}

const isChrome = (element: Element): boolean =>
  ELEMENTS.has(element.localName) ||
  element.hasAttribute('hidden') ||
  ROLES.has(element.getAttribute('role') ?? '') ||
  CHROME.test(namesOf(element));

function headingsNamed(body: Element, titles: ReadonlySet<string>): Element[] {
  const headings = [...body.querySelectorAll('h1, h2, h3')].slice(0, 200);
  const named = headings.filter((heading) => titles.has(key(lineOf(heading))));
  return named.length > 0 ? named : headings.filter(({ localName }) => localName === 'h1').slice(0, 1);
}

function textLengths(root: Element): Map<Element, number> {
  const lengths = new Map<Element, number>();
  const visit = (element: Element): number => {
    let length = 0;
    for (const node of element.childNodes) {
      if (node.nodeType === 3) length += (node.nodeValue ?? '').trim().length;
      else if (node.nodeType === 1) length += visit(node as Element);
    }
    lengths.set(element, length);
    return length;
  };
  visit(root);
  return lengths;
}

/** Labels that head all that follows. */
const HEADS: ReadonlySet<Label> = new Set(['related', 'about', 'comments', 'letters']);
/** So much must stand before what is cut to the end, when it is longer than that. */
const ENOUGH = 300;
/** Each is looked for the end of. */
const MOST_SECTIONS = 50;
const LAST_LINE = 250;

/** Takes away what a page has around its article and says so in words, and lines of the house. */
export function dropLabelled(body: Element, isKept: (block: Block) => boolean): void {
  const blocks = blocksOf(body);
  const sizes = textLengths(body);
  const total = sizes.get(body) ?? 0;
  let sections = 0;
  for (const block of blocks) {
    if (!body.contains(block.element) || isKept(block)) continue;
    const label = labelOf(block.text);
    if (label !== null && HEADS.has(label) && ++sections <= MOST_SECTIONS)
      dropSection(block, label, body, sizes, total);
    else if (label !== null || isLineOfHouse(block)) takeAway(block.element, body);
  }
}

function isLineOfHouse(block: Block): boolean {
  const { text } = block;
  if (text === '' || block.element.localName === 'figcaption') return false;
  const leading = leadingLabel(text);
  const isShort = text.length < 200;
  if (
    isShort &&
    (leading === 'share' || leading === 'tags' || leading === 'letters') &&
    (block.links > 0 || text.length < 60)
  )
    return true;
  return leadsElsewhere(text, isLinks(block)) || isHousePhrase(text);
}

function dropSection(
  { element }: Block,
  label: Label,
  body: Element,
  sizes: Map<Element, number>,
  total: number,
): void {
  if (element === body) {
    takeAway(element, body);
    return;
  }
  const size = (each: Node): number => sizes.get(each as Element) ?? (each.nodeValue ?? '').trim().length;
  // The largest box that the label heads.
  let box = element;
  for (let parent = box.parentElement; parent && parent !== body; parent = parent.parentElement) {
    if (hasTextBefore(parent, box) || size(parent) > total * MOST) break;
    box = parent;
  }
  const following: Element[] = [];
  for (let next = box.nextElementSibling; next; next = next.nextElementSibling) following.push(next);
  // A box with more than the label in it is the section.
  const isBoxed = box !== element && size(box) > size(element);
  if (!isBoxed) for (const each of sectionOf(following, label, box, size)) each.remove();
  takeAway(box, body);
}

function hasTextBefore(parent: Element, child: Element): boolean {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node === child) return false;
    if (node.nodeType === 3 ? (node.nodeValue ?? '').trim() !== '' : node.nodeType === 1 && lineOf(node) !== '')
      return true;
  }
  return false;
}

/** What follows a label and belongs to it. */
function sectionOf(following: Element[], label: Label, box: Element, size: (node: Node) => number): Element[] {
  const cut = following.reduce((sum, each) => sum + size(each), 0);
  let kept = 0;
  for (let previous = box.previousElementSibling; previous; previous = previous.previousElementSibling)
    kept += size(previous);
  const mayCutAll = cut <= kept || (label === 'comments' && kept > ENOUGH);
  if (label !== 'related' && mayCutAll) return following;
  const end = following.findIndex((each) => isProse(each) || isHead(each));
  if (end < 0) return mayCutAll ? following : [];
  // Below a heading and its list one last line is hardly the article's.
  const isLast = /^h[1-6]$/.test(box.localName) && end > 0 && end === following.length - 1;
  return isLast && lineOf(following[end] ?? box).length < LAST_LINE && mayCutAll ? following : following.slice(0, end);
}

const isHead = (element: Element): boolean => HEADS.has(labelOf(lineOf(element)) ?? 'share');

/** True for what is no list of links but text of its own. */
function isProse(element: Element): boolean {
  return blocksOf(element).some(
    (block) => !isLinks(block) && block.text.length > 90 && labelOf(block.text) === null && !isLineOfHouse(block),
  );
}
