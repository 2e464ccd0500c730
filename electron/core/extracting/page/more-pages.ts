import { absolute, WEB } from '../absolute';
import { lineOf } from './blocks';
import type { PageHead } from './page-head';

const MOST = 10;
const PRINT =
  /^(?:print(?: this)?(?: page| article)?|printer[- ]friendly(?: version)?|چاپ|نسخه چاپی|طباعة|پرنٹ|yazdır|imprimir|imprimer|drucken|печать|версия для печати|प्रिंट|打印|প্রিন্ট)$/i;
const NUMBER = /^\d{1,3}$/;

/** Where else the article is: on paper, for phones, at home, and on the pages that follow this one. */
export interface OtherPages {
  next: string[];
  amp: string | null;
  print: string | null;
  canonical: string | null;
}

/** Reads links before anything is taken from the page. */
export function otherPages(head: PageHead, body: Element, url: string): OtherPages {
  const linked = (relation: string): string | null =>
    head.links.find(({ relations }) => relations.includes(relation))?.href ?? null;
  const paper = head.links.find(({ relations, media }) => relations.includes('alternate') && /\bprint\b/i.test(media));
  const canonical = linked('canonical') ?? absolute(head.metas.get('og:url')?.[0] ?? '', head.base, WEB);
  return {
    next: nextPages(head, body, [url, canonical]),
    amp: linked('amphtml'),
    print: paper?.href ?? printLink(body),
    canonical,
  };
}

function printLink(body: Element): string | null {
  for (const link of body.querySelectorAll('a[href]')) {
    if (PRINT.test(lineOf(link)) || /(?:^|\s)print(?:-link)?(?:\s|$)/i.test(link.getAttribute('class') ?? '')) {
      const href = absolute(link.getAttribute('href') ?? '', null, WEB);
      if (href !== null) return href;
    }
  }
  return null;
}

/** The pages of this article after this one: links by number, and what says that it is the next. */
function nextPages(head: PageHead, body: Element, own: (string | null)[]): string[] {
  const found = new Map<number, string>();
  const bases = own.flatMap((address) => (address === null ? [] : [new URL(address)]));
  const current = Math.max(1, ...bases.map((base) => numberIn(base, base) ?? 1));
  const add = (href: string | null): void => {
    const target = href === null || !URL.canParse(href) ? null : new URL(href);
    if (!target) return;
    const numbers = bases.map((base) => numberIn(target, base)).filter((number) => number !== null);
    const number = numbers[0];
    if (number !== undefined && number > current && number <= 100 && !found.has(number)) found.set(number, target.href);
  };
  for (const { relations, href } of head.links) if (relations.includes('next')) add(href);
  for (const link of body.querySelectorAll('a[href]')) {
    const relations = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    if (relations.includes('next') || NUMBER.test(western(lineOf(link)))) add(link.getAttribute('href'));
  }
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([, address]) => address)
    .slice(0, MOST);
}

const western = (text: string): string =>
  text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

const PAGE_PATH = /^(.*?)(?:\/(?:page\/|p|seite-|pagina-)?(\d{1,3})|[_-](?:p(?:age)?-?)?(\d{1,3})(\.[a-z]{3,5})?)\/?$/i;

/** The number of the page when an address is of the same article; null when it is of another. */
function numberIn(target: URL, base: URL): number | null {
  if (target.host !== base.host) return null;
  for (const name of ['page', 'p', 'pg', 'seite', 'pagina', 'paged', 'start_page']) {
    const number = target.searchParams.get(name);
    if (number === null || !NUMBER.test(number)) continue;
    const [one, other] = [target, base].map((each) => withoutPage(each, name));
    if (one === other) return Number(number);
  }
  const [, stem = '', inPath, inName, ending = ''] = PAGE_PATH.exec(target.pathname) ?? [];
  const number = inPath ?? inName;
  if (number === undefined || target.search !== base.search) return null;
  const own = stripped(base.pathname);
  const [, ownStem = ''] = PAGE_PATH.exec(base.pathname) ?? [];
  const isPage =
    stripped(stem + ending) === own ||
    stripped(stem) === own ||
    (ownStem.length > 1 && stripped(ownStem) === stripped(stem) && inName !== undefined);
  return isPage ? Number(number) : null;
}

const stripped = (path: string): string => path.replace(/\/$/, '');

function withoutPage(url: URL, name: string): string {
  const copy = new URL(url.href);
  copy.searchParams.delete(name);
  copy.hash = '';
  return copy.href.replace(/\?$/, '');
}
