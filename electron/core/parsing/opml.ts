import { Fault } from '../../contract/failures';
import { BrokenXml } from './broken-xml';
import { cleanCharacters } from './characters';
import { decode } from './decode';
import { type Detected, detect } from './detect';
import { type OpmlRow, Outlines } from './outlines';
import { References } from './references';
import { xmlTokens } from './xml-tokens';

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
