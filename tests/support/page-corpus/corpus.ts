import iconv from 'iconv-lite';
import * as a from './batch-a';
import * as b from './batch-b';
import * as c from './batch-c';
import { firstOf, junk, type Layout, lastOf, type Page, slug } from './parts';
import { TEXTS } from './texts';

const A: Record<string, string> = {
  flat: 'en fa ar zh',
  flatDivs: 'en2 ur tr',
  wordpress: 'en fa es ru',
  microdata: 'fr de ps',
  tableBr: 'de fa',
  divSoup: 'en bn',
  longComments: 'hi tr',
  linksFirst: 'en2 ckb ku',
  broken: 'es ar',
  short: 'ku zh',
};
const B: Record<string, string> = {
  amp: 'en hi',
  jsonLdOnly: 'fr ur',
  manyHeadings: 'en2 ps',
  liveBlog: 'de ar',
  gallery: 'es',
  paged: 'en tr',
  paywall: 'fr fa',
  cookieWall: 'de bn',
  rich: 'en ru',
  oldPage: 'zh es',
  singleBr: 'fa ur',
};
const C: Record<string, string> = {
  modern: 'en tr zh',
  portal: 'fa ar ur',
  sameContainer: 'en2 ps hi',
  blogger: 'ckb es',
  longRead: 'fr de',
  teaser: 'en ru fa',
  crowded: 'bn ku',
  release: 'de ar',
  embeds: 'en2 hi',
};
/** In the encodings of old: the header says it, the page says it, or nobody does. */
const LEGACY: [layout: string, text: string, encoding: string, said: 'header' | 'meta' | 'nobody'][] = [
  ['tableBr', 'ar', 'windows-1256', 'meta'],
  ['oldPage', 'fa', 'windows-1256', 'header'],
  ['oldPage', 'ru', 'windows-1251', 'meta'],
  ['flat', 'ru', 'windows-1251', 'nobody'],
  ['divSoup', 'zh', 'gbk', 'meta'],
  ['broken', 'tr', 'windows-1254', 'header'],
];

/** Every page of the corpus; `held` are those that nothing was tuned on. */
export function corpus(): { seen: Page[]; held: Page[] } {
  const seen = [...pagesOf(A, a), ...pagesOf(B, b), ...LEGACY.map(legacyPage)];
  return { seen, held: pagesOf(C, c) };
}

function pagesOf(plan: Record<string, string>, layouts: Record<string, Layout>): Page[] {
  return Object.entries(plan).flatMap(([name, texts]) =>
    texts.split(' ').map((text) => page(name, layouts[name], text)),
  );
}

function page(layoutName: string, layout: Layout | undefined, textName: string): Page {
  const t = TEXTS[textName];
  if (!t || !layout) throw new Error(`There is no ${layoutName} in ${textName}.`);
  const { html, expected } = layout(t);
  const isShown = (text: string): boolean => html.includes(text);
  return {
    name: `${layoutName}-${textName}`,
    html,
    expected: {
      url: `https://${slug(t)}.example.org/news/${layoutName.toLowerCase()}`,
      title: t.title,
      day: isShown(t.date) || isShown(t.date.toUpperCase()) || isShown(t.day) ? t.day : null,
      tags: t.tags,
      first: firstOf(t),
      last: lastOf(t),
      language: t.lang,
      ...expected,
      absent: [...junk(t).filter(isShown), ...(expected?.absent ?? [])],
    },
  };
}

/** The characters that an old encoding lacks are spelt as people did. */
const plain = (html: string): string =>
  html
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0));

function legacyPage([layoutName, textName, encoding, said]: (typeof LEGACY)[number]): Page {
  const made = page(layoutName, { ...a, ...b }[layoutName as 'flat'], textName);
  const isArabic = encoding === 'windows-1256';
  const spelt = (text: string): string => (isArabic && textName === 'fa' ? plain(text) : text);
  const source = spelt(String(made.html))
    .replace(/<meta[^>]*charset[^>]*>/i, '')
    .replace(/<head>/i, (head) =>
      said === 'meta' ? `${head}<meta http-equiv="Content-Type" content="text/html; charset=${encoding}">` : head,
    );
  const expected = JSON.parse(spelt(JSON.stringify(made.expected)));
  if (said === 'header') expected.contentType = `text/html; charset=${encoding}`;
  return {
    name: `${made.name}-${encoding}-${said}`,
    html: iconv.encode(source, encoding),
    expected: { ...expected, language: made.expected.language },
  };
}
