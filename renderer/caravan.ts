import type { CallName, InputOf, OutputOf } from '../electron/contract/calls';
import type { EventName, Events } from '../electron/contract/events';
import type { Failure, Result } from '../electron/contract/failures';

/** What the preload exposes; this file alone touches it. */
interface Exposed {
  /** Each answers with a Result as JSON. */
  calls: { [Name in CallName]: (input: InputOf<Name>) => Promise<string> };
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
  platform: string;
}

declare global {
  interface Window {
    caravan: Exposed;
  }
}

/** A call that the core refused; `failure` is what to tell the reader. */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallFailed';
    this.failure = failure;
  }
}

/** Asks the core. Throws {@link CallFailed}. */
export async function ask<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const result: Result<OutputOf<Name>> = JSON.parse(await window.caravan.calls[name](input));
  if (result.ok) return result.value;
  throw new CallFailed(result.failure);
}

/** Listens until the returned function is called. */
export const on: Exposed['on'] = (name, listener) => window.caravan.on(name, listener);

export const platform = (): string => window.caravan.platform;
