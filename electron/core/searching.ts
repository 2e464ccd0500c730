import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toFailure } from '../contract/failures';
import type { Snippet } from '../contract/model';
import { parseQuery, type WordClause } from '../contract/query';
import type { Log } from './log';
import { SEARCH_FOLDER } from './store/layout';
import { Slices } from './store/slices';
import type { Store } from './store/store';
import type { HeaderView } from './store/stored-header';
import type { Finder, Looked } from './work/finder';

/** Which articles have what is searched for, by their rows. */
export interface FoundRows {
  /** How well an article fits; null where it does not, undefined where it is not known yet. */
  scoreOf(row: number): number | null | undefined;
}

interface SearchingPorts {
  store: Store;
  finder: Finder;
  log: Log;
  /** Told when a search may find something else than before. */
  changed: () => void;
}

/** Few enough that whoever searches meanwhile hardly waits. */
const BATCH = 32;
const SAVE_AFTER_MS = 15_000;
const LONGEST_CLOSE_MS = 5_000;

/**
 * Keeps the words of all articles up to date behind everything else, and looks them up. What it has on disk is made of the
 * articles: what is missing there, or of another version, is read again when the library is searched for the first time.
 */
export class Searching {
  readonly #ports: SearchingPorts;
  /** The version of each article that is indexed, by its row. */
  readonly #stamps = new Map<number, number>();
  readonly #due = new Set<string>();
  #started: Promise<void> | null = null;
  #catchingUp: Promise<void> = Promise.resolve();
  #saving: NodeJS.Timeout | null = null;
  #isClosed = false;
  #version = 0;
  /** What was searched for last: a list is asked for by pages. */
  #last: { typed: string; version: number; found: Promise<FoundRows | null> } | null = null;

  constructor(ports: SearchingPorts) {
    this.#ports = ports;
  }

  /** Another number whenever a search may find something else. */
  get version(): number {
    return this.#version;
  }

  /** How many articles can be found by their words. */
  get indexed(): number {
    return this.#stamps.size;
  }

  /** Reads what was indexed before, and then goes on by itself. Where that fails, headlines are still searched. */
  start(): Promise<void> {
    this.#started ??= this.#open().catch(this.#failed);
    return this.#started;
  }

  /** Resolves once every article can be found. */
  async ready(): Promise<void> {
    await this.start();
    await this.#catchingUp;
  }

  /** Articles of a feed have come or changed. */
  note(feedId: string): void {
    this.#due.add(feedId);
    if (this.#started) this.#goOn();
  }

  /** Null where nothing is typed that stands in a text. */
  find(typed: string): Promise<FoundRows | null> {
    if (this.#last?.typed !== typed || this.#last.version !== this.#version)
      this.#last = { typed, version: this.#version, found: this.#find(typed) };
    return this.#last.found;
  }

  async #find(typed: string): Promise<FoundRows | null> {
    const clauses = clausesOf(typed);
    if (clauses.length === 0) return null;
    await this.start();
    try {
      const { numbers, scores } = await this.#ports.finder.find(clauses);
      const found = new Map<number, number>();
      for (let n = 0; n < numbers.length; n++) found.set(numbers[n] ?? -1, scores[n] ?? 0);
      await this.#dropBrokenPhrases(clauses, found);
      return { scoreOf: (row) => found.get(row) ?? (this.#stamps.has(row) ? null : undefined) };
    } catch (thrown) {
      this.#failed(thrown);
      return { scoreOf: () => undefined };
    }
  }

  /** Where in these articles' texts the words stand. */
  async snippets(typed: string, ids: readonly string[]): Promise<Map<string, Snippet>> {
    const clauses = clausesOf(typed);
    const known: string[] = [];
    const articles: Looked[] = [];
    for (const id of ids) {
      const row = this.#ports.store.headers.rowOf(id);
      const looked = row === null ? null : await this.#looked(row);
      if (!looked) continue;
      known.push(id);
      articles.push(looked);
    }
    const snippets = await this.#ports.finder.snippets(clauses, articles);
    return new Map(known.flatMap((id, n) => (snippets[n] ? [[id, snippets[n]] as const] : [])));
  }

  /** Writes what is new. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const mustSave = this.#saving !== null;
    if (this.#saving) clearTimeout(this.#saving);
    const saved = this.#catchingUp.then(() => (mustSave ? this.#save() : undefined));
    // A text that takes for ever must not hold up the end: what is not written is indexed again.
    await Promise.race([saved, pause(LONGEST_CLOSE_MS, undefined, { ref: false })]);
    await this.#ports.finder.close();
  }

  async #open(): Promise<void> {
    const { store, finder } = this.#ports;
    const { ids, stamps } = await finder.open(path.join(store.folder, SEARCH_FOLDER));
    const slices = new Slices();
    const rows = new Int32Array(ids.length);
    for (const [n, id] of ids.entries()) {
      if (n % 100 === 0 && slices.isLong) await slices.next();
      const row = store.headers.rowOf(id) ?? -1;
      rows[n] = row;
      if (row >= 0) this.#stamps.set(row, stamps[n] ?? 0);
    }
    await finder.number(rows);
    for (const { id } of store.core.data.feeds) this.#due.add(id);
    this.#version++;
    this.#goOn();
  }

  /** One feed after the other, as long as any is due. */
  #goOn(): void {
    this.#catchingUp = this.#catchingUp.then(async () => {
      for (const feedId of this.#due) {
        if (this.#isClosed) return;
        this.#due.delete(feedId);
        await this.#catchUp(feedId).catch(this.#failed);
      }
    });
  }

  async #catchUp(feedId: string): Promise<void> {
    const { headers } = this.#ports.store;
    const missing: number[] = [];
    for (const view of headers.viewsOf(feedId)) {
      const row = headers.rowOf(view.id);
      if (row !== null && this.#stamps.get(row) !== stampOf(view)) missing.push(row);
    }
    for (let at = 0; at < missing.length && !this.#isClosed; at += BATCH) {
      await this.#index(missing.slice(at, at + BATCH));
    }
    if (missing.length > 0) this.#told();
  }

  async #index(rows: readonly number[]): Promise<void> {
    const { store, finder } = this.#ports;
    const articles = [];
    for (const number of rows) {
      const view = store.headers.view(number);
      const looked = await this.#looked(number);
      if (view && looked) articles.push({ id: view.id, number, stamp: stampOf(view), ...looked });
    }
    await finder.add(articles);
    for (const { number, stamp } of articles) this.#stamps.set(number, stamp);
    this.#saveSoon();
  }

  /** Null for an article whose text is lost: the store says so and asks for it again. */
  async #looked(row: number): Promise<Looked | null> {
    const { headers, bodies } = this.#ports.store;
    const view = headers.view(row);
    if (!view) return null;
    const { feedId, segment, id, title } = view;
    try {
      return { title, body: await bodies.packed({ feedId, n: segment }, id) };
    } catch (thrown) {
      if (toFailure(thrown).code === 'library-damaged') return null;
      throw thrown;
    }
  }

  /** The index knows which words an article has; whether they stand side by side only the text tells. */
  async #dropBrokenPhrases(clauses: readonly WordClause[], found: Map<number, number>): Promise<void> {
    const phrases = clauses.filter(({ isPhrase, text }) => isPhrase && text.includes(' '));
    if (phrases.length === 0) return;
    // As they lie on the disk, so that each file is read once.
    const rows = [...found.keys()].sort((one, other) => one - other);
    for (let at = 0; at < rows.length && !this.#isClosed; at += BATCH) {
      const part = rows.slice(at, at + BATCH);
      const looked = await Promise.all(part.map((row) => this.#looked(row)));
      const there = part.flatMap((row, n) => (looked[n] ? [{ row, article: looked[n] }] : []));
      const articles = there.map(({ article }) => article);
      const have = await this.#ports.finder.havePhrases(phrases, articles);
      for (const [n, { row }] of there.entries()) if (!have[n]) found.delete(row);
    }
  }

  /** What ends with the library has failed at nothing. */
  #failed = (thrown: unknown): void => {
    if (!this.#isClosed) this.#ports.log.error(toFailure(thrown).message);
  };

  #told(): void {
    this.#version++;
    // Only whoever has searched shows what may be another now.
    if (this.#last) this.#ports.changed();
  }

  #saveSoon(): void {
    this.#saving ??= setTimeout(() => void this.#save(), SAVE_AFTER_MS).unref();
  }

  async #save(): Promise<void> {
    this.#saving = null;
    await this.#ports.finder.save().catch(this.#failed);
  }
}

/** While it is typed, the last word may go on. */
function clausesOf(typed: string): WordClause[] {
  const { words } = parseQuery(typed);
  const last = words.at(-1);
  const isOpen = last !== undefined && !last.isPhrase && !last.isNot && typed.endsWith(last.text);
  return isOpen ? [...words.slice(0, -1), { ...last, isPrefix: true }] : words;
}

const FNV_START = 0x81_1c9dc5;
const FNV_PRIME = 0x0100_0193;

/** What changes with what is said of an article in memory; the text itself is not there. */
function stampOf({ title, words, updated, published, offline }: HeaderView): number {
  let hash = FNV_START;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, FNV_PRIME);
  };
  for (let at = 0; at < title.length; at++) mix(title.charCodeAt(at));
  mix(words);
  // With its page there is more text.
  mix(offline === 'feed' ? 0 : 1);
  mix(Math.trunc((updated ?? published ?? 0) / 1_000) | 0);
  // 0 stands for a text that could not be read.
  return hash >>> 0 || 1;
}
