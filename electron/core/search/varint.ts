/** Appends whole numbers below 2^31, seven bits a byte, the lowest first. */
export class NumberWriter {
  #bytes = new Uint8Array(1 << 16);
  length = 0;

  put(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  /** What was put so far. */
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Gives the numbers between two places, each of which {@link NumberWriter} wrote. */
export function eachNumber(bytes: Uint8Array, from: number, end: number, take: (value: number) => void): void {
  for (let at = from; at < end; ) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80 && at < end; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    take(value);
  }
}
