import { answer } from '../contract/answer';
import type { CallsBy, InputOf, OutputOf } from '../contract/calls';
import { Fault } from '../contract/failures';
import type { Library } from '../core/library';

/** Asks the library what the window would, with the same checks. Throws the failure as a Fault. */
export async function ask<Name extends CallsBy<'core'>>(
  { handlers }: Library,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const result = await answer(handlers, name, input);
  if (!result.ok) throw new Fault(result.failure.code, result.failure.detail);
  return result.value as OutputOf<Name>;
}
