import { blocksOf, lineOf } from './blocks';
import type { LinkedData } from './json-ld';
import { metaOf, type PageHead } from './page-head';
import { key } from './text-key';

const LONGEST = 500;
const BETWEEN = /\s+[|\-–—·•»«›:]{1,2}\s+|\s*[|｜]\s*|(?<=[^\d]):\s+|\s*_\s*(?=[^_]{1,20}$)/;

/** The title of the article, without the name of the site that most pages add to it; null where there is none. */
export function titleOf(head: PageHead, data: LinkedData, body: Element): string | null {
  const site = key(metaOf(head, 'og:site_name', 'application-name') ?? '');
  const said = [data.headline, metaOf(head, 'og:title', 'twitter:title', 'dc.title', 'title'), head.title].flatMap(
    (text) => (text && key(text) !== site ? [tidy(text)] : []),
  );
  const own = said.length === 1 && said[0] !== undefined && isName(said[0]) ? headingOfText(body) : null;
  if (own !== null) return own;
  const headings = headingsOf(body);
  const heading = headings.find((each) => said.some((text) => holds(text, each)));
  if (heading !== undefined) return heading;
  const whole = said[0];
  if (whole === undefined) return likeliest(body) ?? headings[0] ?? repeatedLine(body);
  const line = lineIn(body, said);
  return line ?? withoutSite(whole, site);
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);

/** True when a heading is all of what was said, or nearly: the rest is the site's name. */
function holds(said: string, heading: string): boolean {
  const [whole, part] = [key(said), key(heading)];
  return part.length >= 4 && whole.includes(part) && part.length >= Math.min(whole.length * 0.4, 24);
}

function headingsOf(body: Element): string[] {
  const marked = body.querySelectorAll('[itemprop~="headline"], h1.entry-title, .entry-title, h1.headline');
  const headings = [...marked, ...body.querySelectorAll('h1'), ...body.querySelectorAll('h2, h3')].slice(0, 60);
  return headings
    .map(lineOf)
    .map(tidy)
    .filter((text) => text !== '');
}

/** Without anything said in the head: the heading that is named so, else the longest of the first rank. */
function likeliest(body: Element): string | null {
  const named = body.querySelector(
    '[class*="headline"], [class*="entry-title"], [class*="post-title"], [class*="article-title"], [itemprop~="headline"]',
  );
  if (named && lineOf(named)) return tidy(lineOf(named));
  const first = [...body.querySelectorAll('h1')].map(lineOf).map(tidy);
  return first.sort((one, other) => other.length - one.length)[0] || null;
}

const isName = (title: string): boolean => title.split(' ').length <= 3 && title.length <= 30;
const PROSE = 100;

/** Old sites have one title for all their pages: then it is the heading that stands before the text, if it says more. */
function headingOfText(body: Element): string | null {
  let heading: string | null = null;
  for (const { element, text } of blocksOf(body)) {
    if (/^h[1-6]$/.test(element.localName)) heading = tidy(text);
    else if (text.length > PROSE) break;
  }
  return heading !== null && !isName(heading) ? heading : null;
}

/** Pages without any heading say their title twice before the text. */
function repeatedLine(body: Element): string | null {
  const lines = blocksOf(body)
    .slice(0, 12)
    .map(({ text }) => text);
  const repeated = lines.filter(
    (text, at) => text.length > 15 && lines.findIndex((other) => key(other) === key(text)) < at,
  );
  return repeated[0] === undefined ? null : tidy(repeated[0]);
}

/** Where no heading says it, one of the first lines may. */
function lineIn(body: Element, said: readonly string[]): string | null {
  const wanted = new Set(said.flatMap((text) => [text, ...text.split(BETWEEN)].map(key)));
  for (const element of [...body.querySelectorAll('p, div, td, b, strong, span')].slice(0, 300)) {
    if (element.children.length > 3) continue;
    const line = tidy(lineOf(element));
    if (line.length > 15 && wanted.has(key(line))) return line;
  }
  return null;
}

function withoutSite(title: string, site: string): string {
  const parts = title.split(BETWEEN).filter((part) => part.trim() !== '');
  if (parts.length < 2) return title;
  const rest = parts.filter((part) => key(part) !== site);
  if (rest.length < parts.length)
    return tidy(
      rest.length === 1
        ? (rest[0] ?? title)
        : title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/[\s|\-–—·•»«›:_]+$/, ''),
    );
  const last = parts.at(-1) ?? '';
  const before = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—·•»«›:_]{1,10}$/, '');
  return last.split(' ').length <= 4 && before.length > last.length ? tidy(before) : title;
}
