import { crc32 } from './crc32';

const NEWLINE = 0x0a;
const LINE = /^[0-9a-f]{8} $/;
const PREFIX = 9;

/** A record as one line of a journal: its checksum and its JSON. */
export function toLine(record: unknown): Buffer {
  const json = JSON.stringify(record);
  // In place, since a line may name half a million articles.
  const line = Buffer.allocUnsafe(PREFIX + Buffer.byteLength(json) + 1);
  line.write(json, PREFIX);
  line.write(`${sumOf(line.subarray(PREFIX, -1))} `, 'latin1');
  line[line.length - 1] = NEWLINE;
  return line;
}

export interface JournalLines {
  records: unknown[];
  /** Lines in between that are not as they were written. */
  damaged: number;
  /** How many bytes at the end were never written whole: whoever made those changes was told of no success. */
  torn: number;
}

/** What a journal says: all records that are whole, in their order. */
export function linesIn(journal: Uint8Array): JournalLines {
  const bytes = Buffer.from(journal.buffer, journal.byteOffset, journal.byteLength);
  const lines: JournalLines = { records: [], damaged: 0, torn: 0 };
  let damagedAtEnd = 0;
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(NEWLINE, from);
    const record = end < 0 ? undefined : recordIn(bytes.subarray(from, end));
    const next = end < 0 ? bytes.length : end + 1;
    if (record === undefined) {
      lines.torn += next - from;
      damagedAtEnd++;
    } else {
      lines.damaged += damagedAtEnd;
      damagedAtEnd = 0;
      lines.torn = 0;
      lines.records.push(record);
    }
    from = next;
  }
  return lines;
}

function recordIn(line: Buffer): unknown {
  const json = line.subarray(PREFIX);
  if (!LINE.test(line.toString('latin1', 0, PREFIX)) || line.toString('latin1', 0, 8) !== sumOf(json)) return undefined;
  return JSON.parse(json.toString());
}

const sumOf = (json: Uint8Array): string => crc32(json).toString(16).padStart(8, '0');
