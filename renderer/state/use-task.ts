import { useState } from 'react';
import type { Failure } from '../../electron/contract/failures';
import { failureOf } from './notice';

/**
 * Something that takes a while, one at a time: whether it runs, what came of it and why it failed. Its buttons are pending
 * meanwhile and not disabled, so that the focus stays where it is.
 */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string>();
  const [failure, setFailure] = useState<Failure>();

  /** `task` answers what to tell the reader; null for nothing. */
  const run = async (task: () => Promise<string | null>) => {
    setBusy(true);
    setDone(undefined);
    setFailure(undefined);
    try {
      setDone((await task()) ?? undefined);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  return { run, busy, done, failure };
}
