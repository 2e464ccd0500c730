import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The command was typed in a way that cannot be meant. The message says which. */
export class UsageError extends Error {}

/** Options that every command takes. */
const SHARED: Options = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** What followed a command's name, looked up by name. */
export class Arguments {
  readonly #values: Record<string, unknown>;
  readonly #positionals: string[];

  /** Throws a {@link UsageError} for an option that the command does not have. */
  constructor(args: string[], options: Options) {
    try {
      const parsed = parseArgs({ args, options: { ...SHARED, ...options }, allowPositionals: true });
      this.#values = parsed.values;
      this.#positionals = parsed.positionals;
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  }

  /** The words that are no options. Throws a {@link UsageError} unless there are `least` to `most`. */
  words(least: number, most: number): string[] {
    const count = this.#positionals.length;
    if (count < least) throw new UsageError('Something is missing.');
    if (count > most) throw new UsageError(`“${this.#positionals[most]}” is one word too many.`);
    return this.#positionals;
  }

  /** The one word that there must be. */
  word(): string {
    return this.words(1, 1)[0] ?? '';
  }

  text(name: string): string | null {
    const value = this.#values[name];
    return typeof value === 'string' ? value : null;
  }

  /** All values of an option that may be repeated. */
  texts(name: string): string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  has(name: string): boolean {
    return this.#values[name] === true;
  }

  /** A day or a time, in milliseconds since 1970; null where the option is not given. */
  date(name: string): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const time = Date.parse(text);
    if (Number.isNaN(time)) throw new UsageError(`--${name} is a date such as 2026-03-21, not “${text}”.`);
    return time;
  }

  /** A whole number that is not negative. */
  number(name: string, otherwise: number): number {
    const text = this.text(name);
    if (text === null) return otherwise;
    if (!/^\d{1,12}$/.test(text)) throw new UsageError(`--${name} is a whole number, not “${text}”.`);
    return Number(text);
  }
}
