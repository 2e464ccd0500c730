import { DEFAULT_SETTINGS } from '../../../electron/contract/settings';
import { type Change, effectsOf, fields, type Value } from './change';

/** A value that was asked for; the same value asked for twice is two attempts. */
interface Attempt {
  value: Value;
}

export type Asked = readonly { field: string; attempt: Attempt }[];
export type Found = ReadonlyMap<string, Value>;

/** What a field holds that nothing was done to. */
const untouched = (field: string): Value =>
  field === fields.textSize ? DEFAULT_SETTINGS.textSize : / (?:title|body)$/.test(field) ? 0 : false;

/**
 * What a library must hold. Of each field the last acknowledged value is kept and all that were asked for after it: a
 * change that was refused or cut short may or may not be there, an acknowledged one must be.
 */
export class Ledger {
  readonly #attempts = new Map<string, Attempt[]>();

  ask(change: Change): Asked {
    return effectsOf(change).map(({ field, value }) => {
      const attempt = { value };
      this.#attempts.set(field, [...(this.#attempts.get(field) ?? [{ value: untouched(field) }]), attempt]);
      return { field, attempt };
    });
  }

  acknowledge(asked: Asked): void {
    for (const { field, attempt } of asked) {
      const attempts = this.#attempts.get(field) ?? [];
      // What was asked for later may have been acknowledged already: then this one is past.
      if (attempts.includes(attempt)) this.#attempts.set(field, attempts.slice(attempts.indexOf(attempt)));
    }
  }

  /** A sentence for each field that holds what it cannot hold. */
  lostIn(found: Found): string[] {
    return [...this.#attempts].flatMap(([field, attempts]) => {
      const value = found.get(field) ?? untouched(field);
      if (attempts.some((attempt) => attempt.value === value)) return [];
      return [`${field} is ${value}, not ${attempts.map((attempt) => attempt.value).join(' or ')}`];
    });
  }

  /** From now on what was found is what must be: a change that was not there after a crash must not come later. */
  settle(found: Found): void {
    for (const field of this.#attempts.keys())
      this.#attempts.set(field, [{ value: found.get(field) ?? untouched(field) }]);
  }
}
