/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
const HALF_CHARACTER = /[\uD800-\uDBFF]$/;
/** The segmenter takes a microsecond a character: beyond these it is reckoned by what came before. */
const MOST_SEGMENTED = 24;

// One language for all: where words break hardly depends on it, and the result must not depend on the system's.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const [OTHER, IS_SPACE, IS_LETTER, IS_UNSPACED] = [0, 1, 2, 3];
let kinds: Uint8Array | null = null;

/** What each UTF-16 unit is: looked up by the million, so that no pattern is tried on each. */
function unitKinds(): Uint8Array {
  kinds ??= Uint8Array.from({ length: 0x1_0000 }, (_, unit) => {
    const character = String.fromCharCode(unit);
    if (SPACE.test(character)) return IS_SPACE;
    if (UNSPACED.test(character)) return IS_UNSPACED;
    return LETTER.test(character) ? IS_LETTER : OTHER;
  });
  return kinds;
}

/** Counts the words of a text that comes in pieces, near enough to say how long it takes to read. */
export class WordCount {
  readonly #kinds = unitKinds();
  #spaced = 0;
  #isInWord = false;
  #sample = '';
  #unspaced = 0;
  #isInRun = false;

  /** The next piece; a word may go on in it. */
  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const kind = this.#kinds[text.charCodeAt(at)];
      if (kind === IS_UNSPACED) at = this.#addRun(text, at) - 1;
      else if (kind === IS_SPACE) this.break();
      else {
        this.#isInRun = false;
        // From the first letter or digit to the next space it is one word.
        if (kind === IS_LETTER && !this.#isInWord) {
          this.#isInWord = true;
          this.#spaced++;
        }
      }
    }
  }

  /** No word goes on from here. */
  break(): void {
    this.#isInWord = false;
    this.#isInRun = false;
  }

  get words(): number {
    if (this.#unspaced === 0) return this.#spaced;
    return this.#spaced + Math.round((countSegments(this.#sample) * this.#unspaced) / this.#sample.length);
  }

  /** A run of characters without spaces between its words; answers where it ends. */
  #addRun(text: string, from: number): number {
    let end = from + 1;
    while (end < text.length && this.#kinds[text.charCodeAt(end)] === IS_UNSPACED) end++;
    const separator = this.#isInRun ? '' : ' ';
    this.#isInWord = false;
    this.#isInRun = true;
    if (this.#sample.length < MOST_SEGMENTED)
      this.#sample += separator + text.slice(from, Math.min(end, from + MOST_SEGMENTED));
    this.#unspaced += separator.length + end - from;
    return end;
  }
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
