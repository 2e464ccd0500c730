import { lineOf } from './blocks';
import type { LinkedData } from './json-ld';
import { metaOf, type PageHead } from './page-head';

const LONGEST = 100;
const BY =
  /^(?:by|written by|posted by|author|von|par|por|di|автор|نویسنده|نویسندہ|بقلم|كتب|کاتب|لیکوال|yazar|yazan|लेखक|作者|记者|লেখক|nivîskar|نووسەر)\s*[:：|]?\s+|^(?:作者|记者)\s*[:：]?\s*/iu;
const MARKED =
  '[itemprop~="author"], [rel~="author"], .byline, .author-name, .author, .post-author, .article-author, .entry-author, .fn';
const OUTSIDE = 'aside, nav, footer, [class*="comment"], [class*="related"], [class*="sidebar"]';

/** Who wrote the article, as the page says it; null where it does not. */
export function bylineOf(head: PageHead, data: LinkedData, body: Element): string | null {
  const said = [
    data.authors.join(', '),
    metaOf(head, 'author', 'article:author', 'dc.creator', 'parsely-author', 'byl', 'sailthru.author'),
  ];
  for (const text of said) {
    const name = nameIn(text ?? '');
    if (name !== null) return name;
  }
  for (const element of [...body.querySelectorAll(MARKED)].slice(0, 20)) {
    if (element.closest(OUTSIDE)) continue;
    const name = nameIn(lineOf(element.querySelector('[itemprop~="name"]') ?? element));
    if (name !== null) return name;
  }
  return null;
}

function nameIn(text: string): string | null {
  const name = text.replace(/\s+/g, ' ').trim().replace(BY, '').trim();
  const isName = name !== '' && name.length <= LONGEST && /\p{L}/u.test(name) && !/^https?:|[.!?؟]\s.*\s/.test(name);
  return isName ? name : null;
}
