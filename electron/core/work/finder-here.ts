import { fold } from '../../contract/fold';
import type { WordClause } from '../../contract/query';
import { readableText } from '../extracting/readable-text';
import { SearchFiles } from '../search/search-files';
import { SearchIndex } from '../search/search-index';
import { snippetOf } from '../search/snippet';
import { isUnspaced, typedWords } from '../search/words';
import { type PackedBody, unpackBody } from '../store/body-record';
import { Damage } from '../store/frame';
import type { Finder } from './finder';

/** Finds in the thread that asks: what the search worker does, and what tests use. */
export function finderHere(): Finder {
  const index = new SearchIndex();
  let files: SearchFiles | null = null;
  let opened: string[] = [];
  return {
    async open(folder) {
      files = new SearchFiles(folder);
      await files.load(index);
      opened = [...index.ids()];
      return { ids: opened, stamps: Uint32Array.from(opened, (id) => index.stampOf(id) ?? 0) };
    },
    async number(numbers) {
      for (const [n, id] of opened.entries()) {
        const number = numbers[n] ?? -1;
        if (number < 0) index.remove(id);
        else index.number(id, number);
      }
      opened = [];
    },
    async add(articles) {
      for (const { id, number, stamp, title, body } of articles) {
        const text = textIn(body);
        // Without its text it is no version that was ever published, and comes again with the next start.
        index.add({ id, stamp: text === null ? 0 : stamp }, { title, body: text ?? '' }, number);
      }
    },
    async remove(ids) {
      for (const id of ids) index.remove(id);
    },
    find: async (clauses) => index.search(clauses),
    havePhrases: async (clauses, articles) =>
      articles.map(({ title, body }) => hasPhrases(clauses, title, textOf(body))),
    snippets: async (clauses, articles) => articles.map(({ body }) => snippetOf(lineOf(textOf(body)), clauses)),
    save: async () => files?.save(index),
    close: async () => {},
  };
}

const textOf = (body: PackedBody): string => textIn(body) ?? '';

/** Null for a text that is damaged, which the store finds and mends by itself. */
function textIn(body: PackedBody): string | null {
  try {
    const { html, page } = unpackBody(body);
    // What the feed says is often the beginning of what its page says, and each is read.
    return readableText(page ? `${html}\n${page.html}` : html);
  } catch (thrown) {
    if (thrown instanceof Damage) return null;
    throw thrown;
  }
}

const lineOf = (text: string): string => text.replace(/\s+/g, ' ');

/** A phrase of a script without spaces is looked for as it stands; else word after word. */
function hasPhrases(clauses: readonly WordClause[], title: string, body: string): boolean {
  const spaced = (text: string): string => ` ${typedWords(text).join(' ')} `;
  const [head, whole] = [spaced(title), `${spaced(title)}${spaced(body)}`];
  const [bareHead, bare] = [fold(title), `${fold(title)} ${fold(body)}`];
  return clauses
    .filter(({ isPhrase }) => isPhrase)
    .every(({ text, inTitle, isNot }) => {
      const has = (inTitle ? head : whole).includes(spaced(text)) || isRunIn(fold(text), inTitle ? bareHead : bare);
      return has !== isNot;
    });
}

const isRunIn = (phrase: string, text: string): boolean =>
  phrase !== '' && [...phrase].every(isUnspaced) && text.includes(phrase);
