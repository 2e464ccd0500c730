import type { Snippet } from '../../contract/model';
import type { WordClause } from '../../contract/query';
import type { Hits } from '../search/match';
import type { PackedBody } from '../store/body-record';

/** An article to find by its words. */
export interface Indexing {
  id: string;
  /** What hits call it. */
  number: number;
  /** Changes with its text. */
  stamp: number;
  title: string;
  body: PackedBody;
}

/** Which articles are indexed, in which version. */
export interface Indexed {
  ids: string[];
  stamps: Uint32Array;
}

/** An article in which to look for words. */
export interface Looked {
  title: string;
  body: PackedBody;
}

/** The words of all articles. What it keeps on disk is made of them, and may be deleted at any time. */
export interface Finder {
  /** Reads what was kept in that folder; to be called once, before all else. */
  open(folder: string): Promise<Indexed>;
  /** Names the articles that were kept, in the order in which they were told; those without a number are let go. */
  number(numbers: Int32Array): Promise<void>;
  add(articles: Indexing[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /** All articles with these words; of a phrase, those that have its words somewhere. */
  find(clauses: WordClause[]): Promise<Hits>;
  /** Which of these articles have the phrases, word after word, and have none of those that are not wanted. */
  havePhrases(clauses: WordClause[], articles: Looked[]): Promise<boolean[]>;
  snippets(clauses: WordClause[], articles: Looked[]): Promise<Snippet[]>;
  /** Writes what is new. */
  save(): Promise<void>;
  close(): Promise<void>;
}
