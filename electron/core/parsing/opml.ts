import { Fault } from '../../contract/failures';
import { BrokenXml } from './broken-xml';
import { cleanCharacters } from './characters';
import { decode } from './decode';
import { type Detected, detect } from './detect';
import { escapeMarkup } from './escape';
import { type OpmlRow, Outlines } from './outlines';
import { References } from './references';
import { xmlTokens } from './xml-tokens';

export type { OpmlRow };

/** A list as it was read: its feeds in their order, and the rows that are none. */
interface OpmlList {
  rows: OpmlRow[];
  failed: { url: string; message: string }[];
}

/**
 * Reads an OPML list of feeds (OPML 1.0 to 2.0) of any depth. An outline with an `xmlUrl` is a feed whatever its
 * `type`; one without is a folder, unless it says that it is a feed: then it is among the `failed`, as is one whose
 * address is not on the web. Repeated feeds are kept. Throws Fault 'not-opml'.
 */
export function parseOpml(bytes: Uint8Array): OpmlList {
  const text = decode(bytes, null);
  const found = detect(text);
  if (found.kind !== 'opml') throw new Fault('not-opml', { reason: reasonFor(found) });
  try {
    return readOutlines(cleanCharacters(text));
  } catch (error) {
    throw error instanceof BrokenXml ? new Fault('not-opml', { reason: error.reason }, error) : error;
  }
}

function reasonFor(found: Exclude<Detected, { kind: 'opml' }>): string {
  if (found.kind === 'xml') return 'it is itself a feed, so add its address instead';
  return found.kind === 'json' ? 'it is JSON' : found.reason;
}

function readOutlines(text: string): OpmlList {
  const references = new References();
  const outlines = new Outlines(references);
  for (const token of xmlTokens(text)) {
    if (token.kind === 'doctype') references.declare(token.text);
    else if (token.kind === 'open' && token.name === 'outline') outlines.open(token);
    else if (token.kind === 'close' && token.name === 'outline') outlines.close();
  }
  return { rows: outlines.rows, failed: outlines.failed };
}

/**
 * Writes OPML 2.0 with each folder once, in the order in which the rows first name them. What {@link parseOpml}
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
