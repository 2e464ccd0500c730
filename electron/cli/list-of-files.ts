import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Fault, toFailure } from '../contract/failures';

/** How many lines may be on their way while the first of them is still being read. */
const AHEAD = 8;

/** One file to read, and what the web would have said of it. */
export interface Listed {
  file: string;
  contentType: string | null;
  url: string | null;
}

/**
 * Answers each line of a list ('-' is stdin) by one line of JSON, in order and as soon as it is known, so that whoever
 * writes the list can wait for each answer. A line or file that fails is answered by its failure.
 */
export async function answerList(
  list: string,
  read: (listed: Listed) => Promise<object>,
  print: (line: string) => void,
): Promise<void> {
  const input = list === '-' ? process.stdin : createReadStream(list);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  // An unreadable list ends the stream without lines; its error is what the loop must throw.
  const broken = new Promise<never>((_, reject) => {
    input.once('error', (error: Error) => reject(new Fault('file-unreadable', { file: list, reason: error.message })));
  });
  const all = printInOrder(lines, async (line) => JSON.stringify(await answerLine(line, read)), print);
  await Promise.race([all, broken]);
}

async function printInOrder(
  lines: AsyncIterable<string>,
  answer: (line: string) => Promise<string>,
  print: (line: string) => void,
): Promise<void> {
  const printed: Promise<void>[] = [];
  for await (const line of lines) {
    const before = printed.at(-1);
    printed.push(Promise.all([answer(line), before]).then(([text]) => print(text)));
    if (printed.length >= AHEAD) await printed.shift();
  }
  await Promise.all(printed);
}

async function answerLine(line: string, read: (listed: Listed) => Promise<object>): Promise<object> {
  let file: string | null = null;
  try {
    const listed = listedIn(line);
    file = listed.file;
    return { file, ...(await read(listed)) };
  } catch (thrown) {
    return { file, ...failureLine(thrown) };
  }
}

/** What a line asks for. Throws Fault 'invalid-input' when it is no object of this shape. */
function listedIn(line: string): Listed {
  const { file, contentType = null, url = null } = Object(jsonIn(line));
  const isText = (value: unknown): boolean => value === null || typeof value === 'string';
  if (typeof file !== 'string' || !isText(contentType) || !isText(url)) {
    throw new Fault('invalid-input', { call: '--list', reason: 'a line is {"file","contentType"?,"url"?}' });
  }
  return { file, contentType, url };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Its mistake matters less than the shape that it should have, which is told.
    return null;
  }
}

/** A failure as the file commands print it. */
export function failureLine(thrown: unknown): { ok: false; failure: { code: string; message: string } } {
  const { code, message } = toFailure(thrown);
  return { ok: false, failure: { code, message } };
}
