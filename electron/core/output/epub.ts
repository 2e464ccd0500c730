import { createHash } from 'node:crypto';
import { type Duplex, Readable } from 'node:stream';
import yazl from 'yazl';
import { articleDirection } from '../../contract/direction';
import { picturesIn } from './article-body';
import { articleSheet, languageAttributes, type OutputArticle, type Picture, titleOf } from './article-sheet';
import {
  type Chapter,
  CONTAINER,
  containedPage,
  navigation,
  type PictureFile,
  packageDocument,
} from './epub-documents';
import { pictureType } from './picture-type';
import { BOOK_STYLE } from './sheet-style';

export interface Book {
  /** Of the book; an article's own for one that has only that. */
  title: string;
  /** The reader's locale: of dates, and of the book where its articles have several languages. */
  locale: string;
  /** When it is made, in milliseconds since 1970. */
  now: number;
}

/** Pictures that every reader of books shows (EPUB 3.3, 3.2, core media types). */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);
/** So much may wait to be written before the next article is asked for. */
const MOST_WAITING = 8_000_000;

/**
 * Articles as one book, EPUB 3.3, with a table of contents in their order. They are asked for one after another, so
 * that a book of any length is written in little memory. The stream fails by what the articles or pictures fail by.
 */
export function writeEpub(
  articles: Iterable<OutputArticle> | AsyncIterable<OutputArticle>,
  book: Book,
  picture: Picture,
): Readable {
  const zip = new yazl.ZipFile();
  const output = Readable.from(zip.outputStream, { objectMode: false });
  const failed = (error: Error): void => void output.destroy(error);
  zip.on('error', failed);
  void fill(zip, articles, book, picture).catch(failed);
  return output;
}

async function fill(
  zip: yazl.ZipFile,
  articles: Iterable<OutputArticle> | AsyncIterable<OutputArticle>,
  book: Book,
  picture: Picture,
): Promise<void> {
  const mtime = new Date(book.now);
  const add = (name: string, content: string | Uint8Array, compress = true): void =>
    zip.addBuffer(Buffer.from(content), name, { mtime, compress, forceDosTimestamp: true });
  // First, as it is and with nothing around it, so that the file is known by its first bytes (EPUB OCF 3.3, 4.2.2).
  add('mimetype', 'application/epub+zip', false);
  add('META-INF/container.xml', CONTAINER);
  add('book/style.css', BOOK_STYLE);
  const chapters: Chapter[] = [];
  const pictures = new Map<string, PictureFile>();
  for await (const article of articles) {
    const places = new Map<string, string>();
    for (const address of picturesIn(article.html)) {
      const bytes = await picture(address, article.id);
      const file = bytes && pictureFile(bytes);
      if (!file) continue;
      places.set(address, file.name);
      if (!pictures.has(file.name)) add(`book/${file.name}`, bytes, false);
      pictures.set(file.name, file);
    }
    const name = `article-${chapters.length + 1}.xhtml`;
    const sheet = articleSheet(article, book.locale, (address) => places.get(address) ?? null);
    add(`book/${name}`, containedPage(titleOf(article), languageAttributes(article), sheet));
    chapters.push(chapter(article, name));
    await written(zip);
  }
  const whole = { ...book, identifier: identifierOf(chapters), direction: directionOf(chapters), chapters };
  add('book/contents.xhtml', navigation(whole));
  add('book/package.opf', packageDocument(whole, [...pictures.values()]));
  zip.end();
}

const chapter = (article: OutputArticle, name: string): Chapter => ({
  id: article.id,
  name,
  title: titleOf(article),
  language: article.language,
  direction: articleDirection(article),
  creator: article.author ?? article.feedTitle,
  publisher: article.feedTitle,
  source: article.link,
  date: article.published,
});

/** Named by what is in it: two articles with the same picture share it. */
function pictureFile(bytes: Uint8Array): PictureFile | null {
  const found = pictureType(bytes);
  if (!found || !SHOWN.has(found.type)) return null;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { name: `picture-${hash}.${found.ending}`, type: found.type };
}

/** The same articles are the same book, whenever it is written: a UUID of their identifiers (RFC 9562, 5.8). */
function identifierOf(chapters: readonly Chapter[]): string {
  const hash = createHash('sha256')
    .update(chapters.map(({ id }) => id).join(' '))
    .digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}

/** The way in which most of it is read is that in which its pages are turned. */
function directionOf(chapters: readonly Chapter[]): 'ltr' | 'rtl' {
  const turned = chapters.filter(({ direction }) => direction === 'rtl').length;
  return turned * 2 > chapters.length ? 'rtl' : 'ltr';
}

/** Waits while much that was added is not taken yet. */
async function written(zip: yazl.ZipFile): Promise<void> {
  // It is a PassThrough: what was added waits before it as well as in it.
  const output = zip.outputStream as unknown as Duplex;
  while (output.readableLength + output.writableLength > MOST_WAITING && !output.destroyed) {
    await new Promise<void>((resolve) => {
      const go = (): void => {
        output.off('data', go).off('close', go);
        resolve();
      };
      output.on('data', go).on('close', go);
    });
  }
}
