import { fold } from '../../contract/fold';

const MOST = 200_000;

/** Folded headlines, remembered while the reader types: each letter looks at all of them again. */
export class Headlines {
  readonly #folded = new Map<string, string>();

  of(title: string): string {
    let folded = this.#folded.get(title);
    if (folded === undefined) {
      folded = fold(title);
      if (this.#folded.size >= MOST) this.#folded.clear();
      this.#folded.set(title, folded);
    }
    return folded;
  }
}
