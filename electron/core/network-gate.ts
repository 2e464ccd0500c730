import { Fault } from '../contract/failures';
import type { Fetch } from './fetching/fetch';

/**
 * The library's one way to the network, which the reader can shut: then nothing is asked of anybody, with the Fault
 * 'working-offline'.
 */
export class NetworkGate {
  readonly #fetch: Fetch;
  readonly #isShut: () => boolean;
  readonly #underWay = new Set<AbortController>();

  constructor(fetch: Fetch, isShut: () => boolean) {
    this.#fetch = fetch;
    this.#isShut = isShut;
  }

  /** The port behind the gate. Each transfer aborts its signal at its end, so none is held longer than it lasts. */
  readonly fetch: Fetch = async (url, init) => {
    if (this.#isShut()) throw new Fault('working-offline');
    init.signal.throwIfAborted();
    const own = new AbortController();
    this.#underWay.add(own);
    const end = (): void => {
      this.#underWay.delete(own);
      own.abort(init.signal.reason);
    };
    init.signal.addEventListener('abort', end, { once: true });
    return this.#fetch(url, { ...init, signal: own.signal });
  };

  /** Ends everything that is under way. */
  breakOff(): void {
    for (const each of this.#underWay) each.abort(new Fault('working-offline'));
    this.#underWay.clear();
  }
}
