/** Runs of the scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
/** From the first letter or digit of a run to its end. */
const WORD = /[\p{L}\p{N}]\S*/gu;
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;
/** The segmenter takes a microsecond a character: beyond these it is reckoned by what came before. */
const MOST_SEGMENTED = 300;

// One language for all: where words break hardly depends on it, and the result must not depend on the system's.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** How many words a plain text has, near enough to say how long it takes to read. */
export function countWords(text: string): number {
  let unspaced = '';
  let unspacedLength = 0;
  const spaced = text.replace(UNSPACED, (run) => {
    if (unspaced.length < MOST_SEGMENTED) unspaced += `${run.slice(0, MOST_SEGMENTED)} `;
    unspacedLength += run.length + 1;
    return ' ';
  });
  const segments = unspaced === '' ? 0 : (countSegments(unspaced) * unspacedLength) / unspaced.length;
  return countSpaced(spaced) + Math.round(segments);
}

function countSpaced(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count++;
  return count;
}

function countSegments(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}

/** The text, or as many of its words as fit into `most` characters with an ellipsis after them. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most - 1);
  const end = space > most / 2 ? space : lastBreak(text.slice(0, most)) || most - 1;
  return `${text.slice(0, end).replace(HALF_CHARACTER, '').trimEnd()}…`;
}

function lastBreak(text: string): number {
  let last = 0;
  for (const { index } of segmenter.segment(text)) last = index;
  return last;
}
