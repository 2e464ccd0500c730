import { Fault } from '../../contract/failures';

export interface Limits {
  firstByteMs: number;
  /** Null for one that may last. */
  wholeMs: number | null;
  /** The reader's own stop. */
  signal: AbortSignal | undefined;
}

/** Made once: a reason of the system's own takes longer to make than all the rest of an answer without news. */
const OVER = new Fault('cancelled');

/** One transfer that ends itself when it takes too long or the reader stops it; the signal's reason is the Fault. */
export interface Transfer {
  signal: AbortSignal;
  /** Waits for the answer of one hop, no longer than the time to the first byte. */
  firstByte<T>(host: string, answer: () => Promise<T>): Promise<T>;
  /** Lets go of the timers and breaks off whatever is still under way. */
  end(): void;
}

export function startTransfer(host: string, { firstByteMs, wholeMs, signal }: Limits): Transfer {
  const controller = new AbortController();
  const stop = (reason: Fault): void => controller.abort(reason);
  const tooSlow = (slow: string, ms: number) => () => stop(new Fault('timed-out', { host: slow, seconds: ms / 1_000 }));
  const cancel = (): void => stop(new Fault('cancelled'));
  const whole = wholeMs === null ? undefined : setTimeout(tooSlow(host, wholeMs), wholeMs);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    async firstByte(asked, answer) {
      const timer = setTimeout(tooSlow(asked, firstByteMs), firstByteMs);
      try {
        return await answer();
      } finally {
        clearTimeout(timer);
      }
    },
    end() {
      clearTimeout(whole);
      signal?.removeEventListener('abort', cancel);
      // An unread body, such as that of a 404 or one too large, would go on arriving.
      controller.abort(OVER);
    },
  };
}
