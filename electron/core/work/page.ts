import type { Extraction, HostMemory } from '../../contract/extracted-page';
import { extractPage, type Readers } from '../extracting/page/extract-page';
import { pageText } from '../extracting/page-text';
import { parseDate } from '../parsing/dates';
import { decode } from '../parsing/decode';
import { guessLanguage, isInAnotherScript } from '../parsing/guess-language';
import { canonicalLanguage } from '../parsing/language';

/** Dates and languages are read as those of feeds are. */
const READERS: Readers = {
  readDate(text, language) {
    const date = parseDate(text, language);
    return date === null ? null : Date.parse(date);
  },
  languageOf(text, declared) {
    const language = canonicalLanguage(declared);
    const isTrue = language !== null && !isInAnotherScript(text, language);
    return isTrue ? language : (guessByPieces(text) ?? language);
  },
};

const PIECE = 300;
const MOST_PIECES = 5;

/** One piece of a text may be unclear where most are not. */
function guessByPieces(text: string): string | null {
  const counts = new Map<string, number>();
  for (let from = 0; from < text.length && from < PIECE * MOST_PIECES; from += PIECE) {
    const guess = guessLanguage(text.slice(from, from + PIECE));
    if (guess !== null) counts.set(guess, (counts.get(guess) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** A page from its bytes, decoded as feeds are where it does not say how. */
export function readPage(
  bytes: Uint8Array,
  { contentType, url }: { contentType: string | null; url: string },
  memory?: HostMemory,
): Extraction {
  return extractPage(
    pageText(bytes, contentType, (unknown) => decode(unknown, null)),
    url,
    READERS,
    memory,
  );
}
