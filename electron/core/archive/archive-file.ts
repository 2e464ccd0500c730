import * as v from 'valibot';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Fault } from '../../contract/failures';
import { crc32 } from '../store/crc32';
import { codeOf, reasonOf } from '../store/system-error';
import { feedOfEntry, LIBRARY_ENTRY, MANIFEST_ENTRY } from './archive-format';
import { linesOf } from './lines';

/** More than any library needs, and less than what stops a computer. */
const MOST = { entries: 100_000, bytes: 32_000_000_000, ratio: 200, json: 50_000_000, line: 16_000_000 };
/** What is smaller than this harms nobody, however well it was deflated. */
const SMALL = 1_000_000;

/** A zip file that may be meant to do harm: nothing in it is a path, and all that is read of it has a limit. */
export class ArchiveFile {
  readonly #file: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Opens a file to be closed again. Throws Fault 'file-unreadable', 'not-an-archive' or 'archive-damaged'. */
  static async open(file: string): Promise<ArchiveFile> {
    const zip = await openZip(file);
    try {
      return new ArchiveFile(file, zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw new Fault('archive-damaged', { file, reason: reasonOf(error) }, error);
    }
  }

  close(): void {
    this.#zip.close();
  }

  /** The entries with articles, by name, each with the archive's name of their feed. */
  *articles(): Iterable<{ name: string; feedId: string }> {
    for (const name of this.#entries.keys()) {
      const feedId = feedOfEntry(name);
      if (feedId !== null) yield { name, feedId };
    }
  }

  /** An entry that is one JSON value. Throws Fault 'not-an-archive' when it is not there, or 'archive-damaged'. */
  async json<Schema extends v.GenericSchema>(name: string, schema: Schema): Promise<v.InferOutput<Schema>> {
    let value: v.InferOutput<Schema> | undefined;
    for await (const line of this.#lines(name, MOST.json)) value = this.#checked(name, schema, line);
    if (value === undefined) throw this.#damaged(name, 'it is empty');
    return value;
  }

  /** An entry with a JSON value a line, read bit by bit. Throws the Fault 'archive-damaged'. */
  async *rows<Schema extends v.GenericSchema>(name: string, schema: Schema): AsyncGenerator<v.InferOutput<Schema>> {
    for await (const line of this.#lines(name, MOST.line)) yield this.#checked(name, schema, line);
  }

  #checked<Schema extends v.GenericSchema>(name: string, schema: Schema, line: string): v.InferOutput<Schema> {
    try {
      return v.parse(schema, JSON.parse(line));
    } catch (error) {
      throw this.#damaged(name, reasonOf(error).slice(0, 200), error);
    }
  }

  async *#lines(name: string, longest: number): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry) throw new Fault('not-an-archive', { file: this.#file, reason: `there is no ${name} in it` });
    try {
      yield* linesOf(this.#chunks(entry), longest);
    } catch (error) {
      throw this.#damaged(name, reasonOf(error), error);
    }
  }

  /** yauzl holds an entry to the size that it names, but leaves the checksum to others. */
  async *#chunks(entry: Entry): AsyncGenerator<Uint8Array> {
    let sum = 0;
    const stream: AsyncIterable<Uint8Array> = await this.#zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error('its checksum does not match');
  }

  #damaged(name: string, reason: string, cause?: unknown): Fault {
    return new Fault('archive-damaged', { file: this.#file, reason: `${name}: ${reason}` }, cause);
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, strictFileNames: true });
  } catch (error) {
    const reason = reasonOf(error);
    if (codeOf(error) !== '') throw new Fault('file-unreadable', { file, reason }, error);
    throw new Fault('not-an-archive', { file, reason }, error);
  }
}

/** The entries that are Caravan's, none of them inflated yet. Throws when any is not what an archive has. */
async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST.entries) throw new Error(`it has ${zip.entryCount} entries`);
  let [packed, bytes] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    bytes += entry.uncompressedSize;
    checkSizes(entry, { packed, bytes, fileSize: zip.fileSize });
    const name = entry.fileName;
    if (entries.has(name)) throw new Error(`${name} is in it twice`);
    if (name === MANIFEST_ENTRY || name === LIBRARY_ENTRY || feedOfEntry(name) !== null) entries.set(name, entry);
  }
  return entries;
}

function checkSizes(
  { fileName, compressedSize, uncompressedSize }: Entry,
  { packed, bytes, fileSize }: { packed: number; bytes: number; fileSize: number },
): void {
  if (uncompressedSize > Math.max(SMALL, compressedSize * MOST.ratio)) {
    throw new Error(`${fileName} would become ${uncompressedSize} bytes out of ${compressedSize}`);
  }
  // Entries that share their bytes are how a small file becomes a huge one.
  if (packed > fileSize) throw new Error('its entries overlap');
  if (bytes > MOST.bytes) throw new Error(`it would become more than ${MOST.bytes} bytes`);
}
