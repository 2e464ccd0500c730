/**
 * Whether two words differ by at most `most` slips of the hand: a letter more, less, another, or two the wrong way round
 * (optimal string alignment). The second word stands in a longer text, so that none is cut out for it.
 */
export function isNear(word: string, text: string, start: number, length: number, most: number): boolean {
  if (Math.abs(word.length - length) > most) return false;
  let before = new Array<number>(length + 1).fill(0);
  let row = Array.from({ length: length + 1 }, (_, n) => n);
  for (let i = 1; i <= word.length; i++) {
    const next = new Array<number>(length + 1).fill(most + 1);
    next[0] = i;
    let least = i;
    const letter = word.charCodeAt(i - 1);
    for (let j = Math.max(1, i - most); j <= Math.min(length, i + most); j++) {
      const other = text.charCodeAt(start + j - 1);
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (letter === other ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && letter === text.charCodeAt(start + j - 2) && word.charCodeAt(i - 2) === other;
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return false;
    before = row;
    row = next;
  }
  return (row[length] ?? most + 1) <= most;
}

/** Short words have too many neighbours, and long ones more room for slips. */
export const slipsFor = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
