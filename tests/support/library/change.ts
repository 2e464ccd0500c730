/** One thing that is done to a library, small enough to be written on one line. Articles come in batches of one feed. */
export type Change =
  | { kind: 'keep'; batch: number; version: number }
  | { kind: 'mark'; articles: readonly number[]; read: boolean }
  | { kind: 'bookmark'; articles: readonly number[]; bookmarked: boolean }
  | { kind: 'tag'; articles: readonly number[]; tag: string; given: boolean }
  | { kind: 'markAll'; articles: readonly number[] }
  | { kind: 'folder'; name: string }
  | { kind: 'textSize'; size: number }
  | { kind: 'checkpoint' };

/** What a field of the library holds: an article's version (0 is none at all), a state of it, a folder, a setting. */
export type Value = boolean | number;

export interface Effect {
  field: string;
  value: Value;
}

const BATCH = 5;

export const articlesOf = (batch: number): number[] => Array.from({ length: BATCH }, (_, at) => batch * BATCH + at);

export const fields = {
  title: (n: number) => `${n} title`,
  body: (n: number) => `${n} body`,
  read: (n: number) => `${n} read`,
  bookmarked: (n: number) => `${n} bookmarked`,
  tag: (n: number, tag: string) => `${n} tag ${tag}`,
  folder: (name: string) => `folder ${name}`,
  textSize: 'text size',
};

/** The fields that a change sets, and to what. */
export function effectsOf(change: Change): Effect[] {
  switch (change.kind) {
    case 'keep':
      return articlesOf(change.batch).flatMap((n) => [
        { field: fields.title(n), value: change.version },
        { field: fields.body(n), value: change.version },
      ]);
    case 'mark':
      return change.articles.map((n) => ({ field: fields.read(n), value: change.read }));
    case 'markAll':
      return change.articles.map((n) => ({ field: fields.read(n), value: true }));
    case 'bookmark':
      return change.articles.map((n) => ({ field: fields.bookmarked(n), value: change.bookmarked }));
    case 'tag':
      return change.articles.map((n) => ({ field: fields.tag(n, change.tag), value: change.given }));
    case 'folder':
      return [{ field: fields.folder(change.name), value: true }];
    case 'textSize':
      return [{ field: fields.textSize, value: change.size }];
    case 'checkpoint':
      return [];
  }
}
