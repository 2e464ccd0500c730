import { Readable } from 'node:stream';
import { Fault } from '../contract/failures';
import type { Sheet } from '../contract/output';
import { languageAttributes, type OutputArticle, type Picture, titleOf } from './output/article-sheet';
import { writeEpub } from './output/epub';
import { fileName } from './output/file-name';
import { htmlBook, htmlPage, wholeSheet } from './output/html-page';
import { mailAddress, reference, sharedLink } from './output/share';
import { replaceByStream } from './store/replace-file';
import { reasonOf } from './store/system-error';

interface Ports {
  /** Throws Fault 'unknown-article' or 'text-lost'. */
  open(id: string): Promise<OutputArticle>;
  picture: Picture;
  /** A trip's name and the articles of it that are here. Throws the Fault 'unknown-trip'. */
  trip(id: string): { name: string; articles: readonly string[] };
  now: () => number;
}

/** How one article leaves the library: as a file, on paper, by mail, on the clipboard. */
export class ArticleOutput {
  readonly #parts: Ports;

  constructor(parts: Ports) {
    this.#parts = parts;
  }

  /** What its file may be called; `ending` is without its dot. */
  async fileName(id: string, ending: string): Promise<string> {
    return fileName(titleOf(await this.#parts.open(id)), ending);
  }

  /** What is printed. `locale` is the reader's. */
  async sheet(id: string, locale: string): Promise<Sheet> {
    const article = await this.#parts.open(id);
    const content = await wholeSheet(article, locale, this.#parts.picture);
    return { title: titleOf(article), ...languageAttributes(article), content };
  }

  /** Writes an article into a file that the reader chose. Throws the Fault 'file-unwritable'. */
  async save(id: string, file: string, format: 'html' | 'epub', locale: string): Promise<void> {
    const { picture, now } = this.#parts;
    const article = await this.#parts.open(id);
    const content =
      format === 'html'
        ? Readable.from([await htmlPage(article, locale, picture)], { objectMode: false })
        : writeEpub([article], { title: titleOf(article), locale, now: now() }, picture);
    await this.write(file, content);
  }

  /** What the file of a trip may be called. */
  tripFileName(id: string, ending: string): string {
    return fileName(this.#parts.trip(id).name, ending);
  }

  /** Writes all of a trip that is here into one file. Throws Fault 'unknown-trip' or 'file-unwritable'. */
  async saveTrip(id: string, file: string, format: 'html' | 'epub', locale: string): Promise<void> {
    const { picture, now, trip } = this.#parts;
    const { name: title, articles: ids } = trip(id);
    if (format === 'epub') {
      await this.write(file, writeEpub(this.#each(ids), { title, locale, now: now() }, picture));
      return;
    }
    const contents: string[] = [];
    for await (const article of this.#each(ids)) contents.push(titleOf(article));
    const book = htmlBook(this.#each(ids), contents, { title, locale }, picture);
    await this.write(file, Readable.from(book, { objectMode: false }));
  }

  /** Those that cannot be opened are passed over: the trip says what is the matter with them. */
  async *#each(ids: readonly string[]): AsyncGenerator<OutputArticle> {
    for (const id of ids) {
      const article = await this.#parts.open(id).catch((thrown) => {
        if (thrown instanceof Fault && ['unknown-article', 'text-lost'].includes(thrown.failure.code)) return null;
        throw thrown;
      });
      if (article) yield article;
    }
  }

  /** Puts a file that the reader chose in its place once it is whole. Throws the Fault 'file-unwritable'. */
  async write(file: string, content: Readable): Promise<void> {
    try {
      await replaceByStream(file, content);
    } catch (error) {
      throw new Fault('file-unwritable', { file, reason: reasonOf(error) }, error);
    }
  }

  /** Its address, without what tracks; null where it has none. */
  async link(id: string): Promise<string | null> {
    const { link } = await this.#parts.open(id);
    return link && sharedLink(link);
  }

  /** Its title, source and address. */
  reference = async (id: string): Promise<string> => reference(await this.#parts.open(id));

  /** The address of a message about it, to nobody yet. */
  mailAddress = async (id: string): Promise<string> => mailAddress(await this.#parts.open(id));
}
