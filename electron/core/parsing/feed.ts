import { Fault } from '../../contract/failures';
import type { ParsedFeed } from '../../contract/parsed-feed';
import { BrokenXml } from './broken-xml';
import { cleanCharacters } from './characters';
import { decode } from './decode';
import { detect, type FeedRoot } from './detect';
import { inflate } from './inflate';
import { readJsonFeed } from './json-feed';
import { readXmlFeed } from './xml-feed';

/**
 * Reads a feed from its bytes. `contentType` is the HTTP header, `url` where the bytes came from; both may be unknown.
 * Throws Fault 'not-a-feed' (detail {url, reason, looksLikePage: 0 or 1}), 'malformed' (detail {url, reason}) or
 * 'too-large', and nothing else. Takes time in proportion to the bytes.
 */
export async function parseFeed(
  bytes: Uint8Array,
  { contentType, url }: { contentType: string | null; url: string | null },
): Promise<ParsedFeed> {
  const name = url ?? 'This file';
  const text = decode(inflate(bytes, name), contentType);
  const found = detect(text);
  if (found.kind === 'xml') return readXml(cleanCharacters(text), found.root, url, name);
  if (found.kind === 'json') return readJson(cleanCharacters(text), url, name);
  throw new Fault('not-a-feed', { url: name, reason: found.reason, looksLikePage: found.kind === 'page' ? 1 : 0 });
}

async function readXml(text: string, root: FeedRoot, url: string | null, name: string): Promise<ParsedFeed> {
  const feed = await readXmlFeed(text, root, url).catch((error: unknown) => {
    throw error instanceof BrokenXml ? new Fault('malformed', { url: name, reason: error.reason }, error) : error;
  });
  if (root.format === 'rdf' && feed.title === null && feed.items.length === 0) {
    throw new Fault('not-a-feed', { url: name, reason: 'it is RDF, but lists no news', looksLikePage: 0 });
  }
  return feed;
}

function readJson(text: string, url: string | null, name: string): ParsedFeed {
  checkSize(text, name);
  const feed = readJsonFeed(parseJson(text, name), url);
  if (feed) return feed;
  throw new Fault('not-a-feed', { url: name, reason: 'it is JSON, but no JSON Feed', looksLikePage: 0 });
}

/** Between values line breaks mean nothing, and within a string, where they are not allowed, hardly more. */
const withoutLines = (text: string): string => text.replace(/[\t\n\r]/g, ' ');

const MOST_JSON_VALUES = 500_000;

/** A reader of JSON makes an object of each at once, whatever is done with it afterwards. */
function checkSize(text: string, name: string): void {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++count > MOST_JSON_VALUES)
        throw new Fault('malformed', { url: name, reason: 'its JSON has more than half a million values' });
    }
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const oneLine = withoutLines(text);
    if (oneLine !== text) return parseJson(oneLine, name);
    if (text.includes('jsonfeed.org/version')) {
      throw new Fault('malformed', { url: name, reason: 'its JSON has a mistake or was cut off' }, error);
    }
    throw new Fault('not-a-feed', { url: name, reason: 'it begins like JSON, but is none', looksLikePage: 0 }, error);
  }
}
