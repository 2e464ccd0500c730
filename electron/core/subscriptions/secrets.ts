import * as v from 'valibot';
import { FeedHeaders } from '../../contract/fetching';
import type { PasswordKept } from '../../contract/health';
import type { LibraryFile } from '../store/library-file';
import type { Sealed } from '../store/secrets-data';

/** The system's keyring. Where there is none, secrets live as long as the library is open. */
export interface Keyring {
  isThere(): boolean;
  /** Encrypts; the answer is text that may lie on the disk. */
  seal(secret: string): string;
  /** Throws when it was sealed elsewhere or the keyring is locked. */
  open(sealed: string): string;
}

const Login = v.object({ username: v.string(), password: v.string() });
export type Login = v.InferOutput<typeof Login>;

/** What a secret is of: a feed's login, headers or proxy, or the proxy for all. */
type Name = `${'login' | 'headers' | 'proxy'}:${string}` | 'proxy';

/** Passwords, and headers that may be some. None of it is ever in a log, an export, an archive or a backup. */
export class Secrets {
  readonly #file: LibraryFile<Sealed>;
  readonly #keyring: Keyring | null;
  readonly #session = new Map<string, string>();

  constructor(file: LibraryFile<Sealed>, keyring: Keyring | null) {
    this.#file = file;
    this.#keyring = keyring;
  }

  login(feedId: string): Login | null {
    return this.#read(`login:${feedId}`, Login);
  }

  setLogin(feedId: string, login: Login | null): Promise<void> {
    return this.#write(`login:${feedId}`, login);
  }

  headers(feedId: string): FeedHeaders {
    return this.#read(`headers:${feedId}`, FeedHeaders) ?? {};
  }

  setHeaders(feedId: string, headers: FeedHeaders): Promise<void> {
    return this.#write(`headers:${feedId}`, Object.keys(headers).length > 0 ? headers : null);
  }

  /** Whether a feed's server is told anything that is secret. */
  areSent(feedId: string): boolean {
    return this.login(feedId) !== null || Object.keys(this.headers(feedId)).length > 0;
  }

  /** Of a feed's own proxy; null is the proxy for all. */
  proxyPassword(feedId: string | null): string | null {
    return this.#read(proxyOf(feedId), v.string());
  }

  setProxyPassword(feedId: string | null, password: string | null): Promise<void> {
    return this.#write(proxyOf(feedId), password);
  }

  loginKept(feedId: string): PasswordKept | null {
    return this.#kept(`login:${feedId}`);
  }

  proxyPasswordKept(feedId: string | null): PasswordKept | null {
    return this.#kept(proxyOf(feedId));
  }

  /** Forgets what is of feeds that are there no more. */
  async forgetAllBut(feedIds: ReadonlySet<string>): Promise<void> {
    const isOver = (name: string): boolean => name.includes(':') && !feedIds.has(name.slice(name.indexOf(':') + 1));
    if (!Object.keys(this.#file.data.sealed).some(isOver)) return;
    await this.#file.change(({ sealed }) => ({
      sealed: Object.fromEntries(Object.entries(sealed).filter(([name]) => !isOver(name))),
    }));
  }

  #kept(name: Name): PasswordKept | null {
    if (this.#session.has(name)) return 'session';
    return this.#opened(name) === null ? null : 'keyring';
  }

  #read<T>(name: Name, shape: v.GenericSchema<unknown, T>): T | null {
    const text = this.#session.get(name) ?? this.#opened(name);
    if (text === null) return null;
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text);
    return read.success ? read.output : null;
  }

  async #write(name: Name, value: unknown): Promise<void> {
    this.#session.delete(name);
    const isSealed = value !== null && this.#keyring?.isThere() === true;
    if (value !== null && !isSealed) this.#session.set(name, JSON.stringify(value));
    const sealed = isSealed ? this.#keyring?.seal(JSON.stringify(value)) : undefined;
    if (sealed === undefined && !(name in this.#file.data.sealed)) return;
    await this.#file.change(({ sealed: { [name]: _, ...others } }) => ({
      sealed: sealed === undefined ? others : { ...others, [name]: sealed },
    }));
  }

  /** Null also for what this keyring cannot open: the server asks for a password then, and so does Caravan. */
  #opened(name: Name): string | null {
    const sealed = this.#file.data.sealed[name];
    if (sealed === undefined || this.#keyring?.isThere() !== true) return null;
    try {
      return this.#keyring.open(sealed);
    } catch {
      return null;
    }
  }
}

const proxyOf = (feedId: string | null): Name => (feedId === null ? 'proxy' : `proxy:${feedId}`);
