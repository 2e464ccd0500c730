import { Damage } from './frame';

/** Cuts bytes into pieces of these sizes. Throws {@link Damage} unless they are just as many. */
export function piecesOf(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  let from = 0;
  const pieces = sizes.map((size) => {
    from += size;
    return bytes.subarray(from - size, from);
  });
  if (from !== bytes.byteLength) throw new Damage(`it has ${bytes.byteLength} bytes where its parts have ${from}`);
  return pieces;
}
