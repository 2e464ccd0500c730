import { type Block, isLinks, lineOf } from './blocks';
import { namesOf } from './chrome';
import type { LinkedData } from './json-ld';
import { labelOf, leadingLabel } from './labels';
import { metaOf, type PageHead } from './page-head';
import { key } from './text-key';

const MOST = 30;
const LONGEST = 60;
const MOST_SEEN = 20;
const TAG_NAMES = /-(?:tags?|tags?-links?|tag-list|post-tags|labels|post-labels|topics|keywords|hashtags|cat-links)-/;
const OUTSIDE =
  'nav, aside, footer:not(article footer), [class*="sidebar"], [class*="tagcloud"], [class*="menu"], [class*="related"]';
const TAG_PATH =
  /\/(?:tags?|topics?|labels?|keywords?|subjects?|hashtag|etiket(?:ler)?|etiquetas?|temas?|thema|themen|mot-?cle|metka|category|categories|cat|sections?)(?:\/|=|$)|[?&](?:tag|label|topic)=/i;

/** The topics that a page names, those that its reader sees first; without repeats, at most thirty. */
export function tagsOf(head: PageHead, data: LinkedData, body: Element): string[] {
  const seen = seenTags(body);
  const said = [
    ...(head.metas.get('article:tag') ?? []),
    ...data.keywords,
    ...list(metaOf(head, 'parsely-tags', 'news_keywords', 'sailthru.tags')),
  ];
  const sections = [...data.sections, ...(head.metas.get('article:section') ?? [])];
  const named = [...seen, ...said, ...sections];
  // Old keywords were written for search machines: they count where nothing else is said.
  return distinct(named.length > 0 ? named : list(metaOf(head, 'keywords')).slice(0, 12));
}

const list = (text: string | null): string[] => (text === null ? [] : text.split(/[,،;、]/));

function seenTags(body: Element): string[] {
  const tags: string[] = [];
  for (const link of body.querySelectorAll('a[href]')) {
    if (tags.length === MOST_SEEN) break;
    if (isTagLink(link)) tags.push(lineOf(link));
  }
  return tags;
}

function isTagLink(link: Element): boolean {
  const isMarked = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes('tag');
  if (!isMarked && !isInTags(link)) return false;
  return link.closest(OUTSIDE) === null;
}

function isInTags(link: Element): boolean {
  let element = link.parentElement;
  for (let up = 0; element && up < 3; up++, element = element.parentElement) {
    if (TAG_NAMES.test(namesOf(element))) return element.querySelectorAll('a').length <= MOST_SEEN;
  }
  const block = link.closest('p, li, div, td');
  return block !== null && lineOf(block).length < 300 && leadingLabel(lineOf(block)) === 'tags';
}

/**
 * The topics in a line beside the title that is nothing but links to them, or names of news («Iran News Pakistan News»); none
 * in any other. `isBeside` is true where the line stands next to a date line.
 */
export function tagsInLine(block: Block, isBeside: boolean): string[] {
  const links = [...block.element.querySelectorAll('a[href]')];
  if (links.length === 0) return block.text.length < 80 ? newsOf(block.text) : [];
  if (!isLinks(block) || links.length > 8) return [];
  const isTopics =
    isBeside || links.some((link) => TAG_PATH.test(link.getAttribute('href') ?? '') || /\bNews$/.test(lineOf(link)));
  return isTopics ? links.map(lineOf).filter((text) => text.length < 40) : [];
}

const NEWS = /^(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? News(?:[\s,|·]+|$))+$/u;

const newsOf = (text: string): string[] =>
  NEWS.test(text) ? text.split(/(?<= News)[\s,|·]+/).filter((tag) => tag !== '') : [];

export function distinct(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const text = tag.replace(/\s+/g, ' ').replace(/^#/, '').trim();
    const isTag = text !== '' && text.length <= LONGEST && labelOf(text) === null && !/^https?:/.test(text);
    const name = key(text) || text;
    if (isTag && !kept.has(name)) kept.set(name, text);
  }
  return [...kept.values()].slice(0, MOST);
}
