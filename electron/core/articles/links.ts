import { withoutTracking } from './tracking';

const LONGEST = 2_000;
const DEFAULT_PAGES = /\/(?:index\.(?:html?|php))?$/i;

/** A link on the web, absolute; null when it leads elsewhere or nowhere. */
export function webLink(link: string | null, base: string | null): string | null {
  if (!link || link.length > LONGEST || !URL.canParse(link, base ?? undefined)) return null;
  const url = new URL(link, base ?? undefined);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** What two links to the same page have in common. For comparing only: it need not lead anywhere. */
export function linkKey(link: string): string {
  if (!URL.canParse(link)) return link;
  const url = withoutTracking(new URL(link));
  url.searchParams.sort();
  const host = url.host.replace(/^(?:www|m|amp)\./, '');
  return `${host}${url.pathname.replace(DEFAULT_PAGES, '')}?${url.searchParams}`;
}
