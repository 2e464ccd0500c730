import * as v from 'valibot';
import { type CallName, calls, type Handlers } from './calls';
import { failure, type Result, toFailure } from './failures';

const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name);

/**
 * Answers one call from outside: checks name and input against the contract, runs the handler, and
 * turns whatever it throws into a failure, so that the wire always carries a {@link Result}.
 */
export async function answer(handlers: Partial<Handlers>, name: string, input: unknown): Promise<Result<unknown>> {
  if (!isCallName(name) || !handlers[name]) {
    return { ok: false, failure: failure('invalid-input', { call: name.slice(0, 100), reason: 'no such call' }) };
  }
  const checked = v.safeParse(calls[name].input, input);
  if (!checked.success) {
    const [issue] = checked.issues;
    const reason = `${v.getDotPath(issue) ?? 'input'}: ${issue.message}`;
    return { ok: false, failure: failure('invalid-input', { call: name, reason: reason.slice(0, 300) }) };
  }
  try {
    const handle = handlers[name] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await handle(checked.output) };
  } catch (thrown) {
    return { ok: false, failure: toFailure(thrown) };
  }
}
