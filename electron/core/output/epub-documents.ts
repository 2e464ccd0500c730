import { element, escaped, startTag } from './markup';

/** One article in a book. */
export interface Chapter {
  id: string;
  /** Of its file. */
  name: string;
  title: string;
  language: string | null;
  direction: 'ltr' | 'rtl';
  creator: string;
  publisher: string;
  /** Its address. */
  source: string | null;
  /** Milliseconds since 1970. */
  date: number | null;
}

export interface PictureFile {
  name: string;
  type: string;
}

export interface WholeBook {
  title: string;
  locale: string;
  now: number;
  identifier: string;
  direction: 'ltr' | 'rtl';
  chapters: readonly Chapter[];
}

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

export const CONTAINER = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const XHTML = {
  xmlns: 'http://www.w3.org/1999/xhtml',
  'xmlns:epub': 'http://www.idpf.org/2007/ops',
};

/** An XHTML page of a book around what is well-formed already. */
export function containedPage(
  title: string,
  { lang, dir }: { lang: string | null; dir: string },
  content: string,
): string {
  return `${XML}<!DOCTYPE html>
${startTag('html', { ...XHTML, lang, 'xml:lang': lang, dir })}
<head>${element('title', title)}<link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${content}</body>
</html>
`;
}

/** The table of contents (EPUB 3.3, 7). */
export function navigation(book: WholeBook): string {
  const items = book.chapters.map(
    ({ name, title, language, direction }) =>
      `<li>${element('a', title, { href: name, lang: language, 'xml:lang': language, dir: direction })}</li>`,
  );
  const content = `<nav epub:type="toc" role="doc-toc">${element('h1', book.title)}<ol>${items.join('\n')}</ol></nav>`;
  return containedPage(book.title, { lang: languageOf(book), dir: book.direction }, content);
}

/** What the book is, what it is made of and in which order it is read (EPUB 3.3, 5). */
export function packageDocument(book: WholeBook, pictures: readonly PictureFile[]): string {
  const { chapters, direction, identifier, now, title } = book;
  const language = languageOf(book);
  const languages = distinct([language, ...chapters.map((chapter) => chapter.language)]);
  const metadata = [
    element('dc:identifier', identifier, { id: 'identifier' }),
    element('dc:title', title, { dir: direction }),
    ...languages.map((one) => element('dc:language', one)),
    ...distinct(chapters.map(({ creator }) => creator)).map((one) => element('dc:creator', one)),
    ...distinct(chapters.map(({ publisher }) => publisher)).map((one) => element('dc:publisher', one)),
    ...distinct(chapters.map(({ source }) => source)).map((one) => element('dc:source', one)),
    ...dateOf(chapters),
    element('meta', `${new Date(now).toISOString().slice(0, 19)}Z`, { property: 'dcterms:modified' }),
  ];
  const manifest = [
    item('contents', 'contents.xhtml', 'application/xhtml+xml', 'nav'),
    item('style', 'style.css', 'text/css'),
    ...chapters.map(({ name }, n) => item(`article-${n + 1}`, name, 'application/xhtml+xml')),
    ...pictures.map(({ name, type }, n) => item(`picture-${n + 1}`, name, type)),
  ];
  const spine = chapters.map((_, n) => closed('itemref', { idref: `article-${n + 1}` }));
  const root = startTag('package', {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'identifier',
    'xml:lang': language,
    dir: direction,
  });
  return `${XML}${root}
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
${startTag('spine', { 'page-progression-direction': direction })}
${chapters.length > 1 ? `${closed('itemref', { idref: 'contents' })}\n` : ''}${spine.join('\n')}
</spine>
</package>
`;
}

/** That of its articles where they have one, else the reader's. */
function languageOf({ chapters, locale }: WholeBook): string {
  const [first, ...others] = distinct(chapters.map(({ language }) => language));
  return first && others.length === 0 ? first : locale;
}

/** The day of a single article; a book of many has been made when it was made. */
function dateOf(chapters: readonly Chapter[]): string[] {
  const [only] = chapters;
  const date = chapters.length === 1 ? only?.date : null;
  return date ? [element('dc:date', new Date(date).toISOString())] : [];
}

const distinct = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text && escaped(text).trim() ? [text] : []))),
];

const item = (id: string, href: string, type: string, properties: string | null = null): string =>
  closed('item', { id, href, 'media-type': type, properties });

const closed = (name: string, attributes: Record<string, string | null>): string =>
  startTag(name, attributes).replace(/>$/, '/>');
