import { create } from 'zustand';
import { type Failure, toFailure } from '../../electron/contract/failures';
import { CallFailed } from '../caravan';

/** A key of the words, and what fills it. */
export interface Said {
  key: string;
  values?: Record<string, string | number>;
}

/** One quiet line at the foot of the window: what happened, and how to take it back. */
export interface Notice {
  /** One of the two. */
  words?: Said;
  failure?: Failure;
  undo?: () => void;
}

export const useNotice = create<{ notice: Notice | null }>(() => ({ notice: null }));

export const tellReader = (notice: Notice): void => useNotice.setState({ notice });
export const dismissNotice = (): void => useNotice.setState({ notice: null });

/** Takes back what the notice is about, if it can be. */
export function takeBack(): void {
  const { notice } = useNotice.getState();
  notice?.undo?.();
  if (notice?.undo) dismissNotice();
}

export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof CallFailed ? thrown.failure : toFailure(thrown);

export const tellFailure = (thrown: unknown): void => tellReader({ failure: failureOf(thrown) });
