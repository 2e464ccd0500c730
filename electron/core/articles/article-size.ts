/** What an article takes besides its text: headline, summary, links and markup, in words. */
const BESIDE_THE_TEXT = 120;

/**
 * Shares the bytes of a feed's files out among its articles by the length of their texts. An estimate for each, but
 * together they are what lies on the disk, so that a limit of size means what the disk says.
 */
export function sharesOf<Row extends { words: number }>(rows: readonly Row[], bytes: number): (row: Row) => number {
  const words = rows.reduce((sum, row) => sum + row.words + BESIDE_THE_TEXT, 0);
  return (row) => (words === 0 ? 0 : ((row.words + BESIDE_THE_TEXT) * bytes) / words);
}
