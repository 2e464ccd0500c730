/** What was given to a writing operation of a file handle, with half as much to write. */
export function halved([data, second, length, ...rest]: unknown[]): unknown[] {
  if (!(data instanceof Uint8Array)) return [String(data).slice(0, half(String(data).length)), second, length, ...rest];
  // `write` takes an offset and a length, the others take the data whole.
  if (typeof length === 'number') return [data, second, half(length), ...rest];
  return [data.subarray(0, half(data.byteLength)), second, length, ...rest];
}

const half = (length: number): number => Math.floor(length / 2);
