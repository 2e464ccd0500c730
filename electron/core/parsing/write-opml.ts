import { cleanCharacters } from './characters';
import { escapeMarkup } from './escape';
import type { OpmlRow } from './outlines';

/**
 * Writes OPML 2.0 with each folder once, in the order in which the rows first name them. What `parseOpml`
 * reads from it are the same rows, grouped by folder.
 */
export function writeOpml(rows: readonly OpmlRow[], title: string): string {
  const body = new FolderLines();
  for (const row of rows) row.folders.reduce((folder, name) => folder.inside(name), body).rows.push(row);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${written(title)}</title></head>`,
    '  <body>',
    ...body.lines('    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

class FolderLines {
  readonly rows: OpmlRow[] = [];
  readonly #folders = new Map<string, FolderLines>();

  inside(name: string): FolderLines {
    const folder = this.#folders.get(name) ?? new FolderLines();
    this.#folders.set(name, folder);
    return folder;
  }

  /** Feeds first, then folders with what is in them. */
  lines(indent: string): string[] {
    const folders = [...this.#folders].flatMap(([name, folder]) => [
      `${indent}<outline text="${written(name)}">`,
      ...folder.lines(`${indent}  `),
      `${indent}</outline>`,
    ]);
    return [...this.rows.map((row) => indent + lineOf(row)), ...folders];
  }
}

function lineOf({ title, address, site }: OpmlRow): string {
  const name = written(title ?? '');
  const page = site === null ? '' : ` htmlUrl="${written(site)}"`;
  return `<outline type="rss" text="${name}" title="${name}" xmlUrl="${written(address)}"${page}/>`;
}

const written = (text: string): string => escapeMarkup(cleanCharacters(text));
