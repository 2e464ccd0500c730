/** Pixels across: a page of the reader at its usual width, on a screen of two pixels to one. */
const WANTED_WIDTH = 1_280;
const WANTED_DENSITY = 2;
const MOST = 100;

interface Candidate {
  url: string;
  /** What the page says of it; null where it says nothing of that kind. */
  width: number | null;
  density: number | null;
}

/**
 * Of a srcset (HTML, 4.8.4.2.1) the smallest picture that is large enough for the page on a sharp screen, else the largest
 * that there is; undefined where it has none.
 */
export function suiting(srcset: string | undefined): string | undefined {
  const candidates = srcset ? candidatesIn(srcset) : [];
  const byWidth = candidates.some(({ width }) => width !== null);
  const measure = ({ width, density }: Candidate): number => (byWidth ? (width ?? 0) : (density ?? 1));
  const wanted = byWidth ? WANTED_WIDTH : WANTED_DENSITY;
  const sorted = candidates.sort((a, b) => measure(a) - measure(b));
  return (sorted.find((candidate) => measure(candidate) >= wanted) ?? sorted.at(-1))?.url;
}

/** Addresses may hold commas: one ends at a blank, and only a comma at its very end parts it from the next. */
function candidatesIn(srcset: string): Candidate[] {
  const candidates: Candidate[] = [];
  let at = 0;
  const skip = (while_: RegExp): string => {
    const from = at;
    while (at < srcset.length && while_.test(srcset.charAt(at))) at++;
    return srcset.slice(from, at);
  };
  while (candidates.length < MOST) {
    skip(/[\s,]/);
    const word = skip(/\S/);
    if (word === '') break;
    const url = withoutCommas(word);
    const said = url === word ? skip(/[^,]/).trim() : '';
    const width = /(?:^|\s)(\d{1,6})w(?:\s|$)/.exec(said)?.[1];
    const density = /(?:^|\s)(\d{1,3}(?:\.\d{1,3})?)x(?:\s|$)/.exec(said)?.[1];
    candidates.push({ url, width: width ? Number(width) : null, density: density ? Number(density) : null });
  }
  return candidates;
}

function withoutCommas(word: string): string {
  let end = word.length;
  while (end > 0 && word[end - 1] === ',') end--;
  return word.slice(0, end);
}
