import { absolute, type Base } from './addresses';
import { scanHtml } from './scan-html';

const NAMES = ['href', 'src', 'poster', 'cite', 'longdesc', 'background', 'data', 'action', 'codebase'];
const ATTRIBUTES = new Set(NAMES);
/** As far before an equals sign as the longest name goes, and one character more. */
const REACH = 12;
const ASSIGNED = new RegExp(`\\b(?:${NAMES.join('|')})$`, 'i');
const OPENING = /\s*["']?\s*/y;
/** Absolute already, or within the page itself. */
const STAYS = /\s*(?:[a-z][a-z0-9+.-]*:|#|["'>]|$)/iy;

/** How much longer a text may become, so that a long base and many short addresses do not fill the memory. */
const mostGrowth = (html: string): number => 10_000 + 4 * html.length;

/** HTML with the relative addresses of its attributes made absolute; else as it came. */
export function absoluteLinks(html: string, base: string | null, budget: Base['budget']): string {
  if (base === null || budget.left <= 0 || !hasRelative(html)) return html;
  let written = '';
  let copied = 0;
  let isAddress = false;
  let growth = mostGrowth(html);
  scanHtml(
    html,
    {
      onattribname(start, end) {
        isAddress = ATTRIBUTES.has(html.slice(start, end).toLowerCase());
      },
      onattribdata(start, end) {
        if (!isAddress || growth <= 0 || stays(html, start)) return;
        const address = html.slice(start, end);
        const href = absolute(address, base, budget);
        if (href === null) return;
        written += html.slice(copied, start) + href;
        growth -= href.length - address.length;
        copied = end;
      },
    },
    false,
  );
  return written + html.slice(copied);
}

/** Most HTML has none, and looking at what stands around equals signs is many times quicker than reading it. */
function hasRelative(html: string): boolean {
  for (let at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
    let end = at;
    while (end > 0 && isSpace(html.charCodeAt(end - 1))) end--;
    if (ASSIGNED.test(html.slice(Math.max(0, end - REACH), end)) && !stays(html, behindOpening(html, at + 1)))
      return true;
  }
  return false;
}

/** HTML's own white space (13.2.5.32). */
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

function behindOpening(html: string, at: number): number {
  OPENING.lastIndex = at;
  return at + (OPENING.exec(html)?.[0].length ?? 0);
}

function stays(html: string, at: number): boolean {
  STAYS.lastIndex = at;
  return STAYS.test(html);
}
