import { absolute, WEB } from '../absolute';
import { type Attributes, readHtml } from '../html-tokens';

const MOST_METAS = 500;
const LONGEST = 5_000;
const LONGEST_DATA = 1_000_000;

/** What a page says of itself beside its text. */
export interface PageHead {
  /** What its addresses are resolved on. */
  base: string;
  title: string;
  language: string | null;
  direction: string | null;
  /** Contents of `meta` by name, property or itemprop in lower case. */
  metas: ReadonlyMap<string, string[]>;
  links: readonly { relations: string[]; href: string; media: string; title: string }[];
  /** Scripts of JSON-LD, unread. */
  data: readonly string[];
}

/** Reads all that stands in no text: `meta`, `link`, `base`, `title` and JSON-LD, wherever in the page. */
export function readHead(source: string, url: string): PageHead {
  const metas = new Map<string, string[]>();
  const links: PageHead['links'][number][] = [];
  const data: string[] = [];
  const head = { base: url, title: '', language: null as string | null, direction: null as string | null };
  let metaCount = 0;
  let collecting: 'title' | 'data' | null = null;
  let script = '';

  const readers: Record<string, (attributes: Attributes) => void> = {
    html(attributes) {
      head.language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
      head.direction ??= attributes.get('dir') ?? null;
    },
    body(attributes) {
      head.direction ??= attributes.get('dir') ?? null;
    },
    base(attributes) {
      if (head.base === url) head.base = absolute(attributes.get('href') ?? '', url, WEB) ?? url;
    },
    meta(attributes) {
      const content = attributes.get('content')?.trim().slice(0, LONGEST);
      if (!content || metaCount++ > MOST_METAS) return;
      for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
        const name = attributes.get(key)?.trim().toLowerCase();
        if (name) metas.set(name, [...(metas.get(name) ?? []), content]);
      }
    },
    link(attributes) {
      const href = absolute(attributes.get('href') ?? '', head.base, WEB);
      if (href === null || links.length > MOST_METAS) return;
      const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
      links.push({ relations, href, media: attributes.get('media') ?? '', title: attributes.get('title') ?? '' });
    },
    title() {
      if (head.title === '') collecting = 'title';
    },
    script(attributes) {
      if (/ld\+json/i.test(attributes.get('type') ?? '')) collecting = 'data';
    },
  };

  readHtml(
    source,
    {
      open: (name, attributes) => readers[name]?.(attributes),
      close(name) {
        if (name === 'script' && script !== '') data.push(script);
        if (name === 'script') script = '';
        if (name === 'title' || name === 'script') collecting = null;
      },
      text(text) {
        if (collecting === 'title') head.title += text.slice(0, LONGEST);
        else if (collecting === 'data' && script.length < LONGEST_DATA) script += text;
      },
    },
    source.length,
  );
  return { ...head, title: head.title.replace(/\s+/g, ' ').trim().slice(0, 1_000), metas, links, data };
}

/** The first content of any of these metas, in the order of the names. */
export function metaOf({ metas }: PageHead, ...names: string[]): string | null {
  for (const name of names) {
    const content = metas.get(name)?.find((each) => each !== '');
    if (content !== undefined) return content;
  }
  return null;
}
