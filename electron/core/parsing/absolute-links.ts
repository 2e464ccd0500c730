import { scanHtml } from './scan-html';

const NAMES = ['href', 'src', 'poster', 'cite', 'longdesc', 'background', 'data', 'action', 'codebase'];
const ATTRIBUTES = new Set(NAMES);
const ASSIGNED = new RegExp(`\\b(?:${NAMES.join('|')})\\s*=\\s*["']?\\s*`, 'gi');
/** Absolute already, or within the page itself. */
const STAYS = /\s*(?:[a-z][a-z0-9+.-]*:|#|["'>]|$)/iy;

/** HTML with the relative addresses of its attributes made absolute; else as it came. */
export function absoluteLinks(html: string, base: string | null): string {
  if (base === null || !hasRelative(html)) return html;
  let written = '';
  let copied = 0;
  let isAddress = false;
  scanHtml(
    html,
    {
      onattribname(start, end) {
        isAddress = ATTRIBUTES.has(html.slice(start, end).toLowerCase());
      },
      onattribdata(start, end) {
        if (!isAddress || stays(html, start)) return;
        const address = html.slice(start, end);
        if (!URL.canParse(address, base)) return;
        written += html.slice(copied, start) + new URL(address, base).href;
        copied = end;
      },
    },
    false,
  );
  return written + html.slice(copied);
}

/** Most HTML has none, and looking is several times quicker than reading it tag by tag. */
function hasRelative(html: string): boolean {
  for (const match of html.matchAll(ASSIGNED)) {
    if (!stays(html, match.index + match[0].length)) return true;
  }
  return false;
}

function stays(html: string, at: number): boolean {
  STAYS.lastIndex = at;
  return STAYS.test(html);
}
