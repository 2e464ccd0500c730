const NEWLINE = 0x0a;

/** The lines of a text that comes bit by bit, empty ones left out. Throws when one is longer than `most` bytes, or no UTF-8. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held: Uint8Array[] = [];
  let length = 0;
  const hold = (bytes: Uint8Array): void => {
    length += bytes.byteLength;
    if (length > most) throw new Error(`a line is longer than ${most} bytes`);
    held.push(bytes);
  };
  const line = (): string => {
    const text = decoder.decode(Buffer.concat(held));
    held = [];
    length = 0;
    return text;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, at));
      from = at + 1;
      if (length > 0) yield line();
    }
    hold(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
