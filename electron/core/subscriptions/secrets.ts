import * as v from 'valibot';
import { FeedHeaders, type ProxySetting } from '../../contract/fetching';
import type { PasswordKept } from '../../contract/health';
import { mayHearSame } from '../fetching/address';
import type { FeedRecord } from '../store/core-data';
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

type Feed = Pick<FeedRecord, 'id' | 'address'>;

/** Whom a secret was given for, and whether who would be told it now may hear it. */
interface Hearer {
  name: string;
  mayHear(kept: string): boolean;
}

/** Names stay and what they stand for changes (a backup goes back, a feed comes again by another way): each secret says whose it is. */
const Kept = v.object({ for: v.string(), value: v.unknown() });

/** Passwords, and headers that may be some. None of it is ever in a log, an export, an archive or a backup. */
export class Secrets {
  readonly #file: LibraryFile<Sealed>;
  readonly #keyring: Keyring | null;
  readonly #session = new Map<string, string>();

  constructor(file: LibraryFile<Sealed>, keyring: Keyring | null) {
    this.#file = file;
    this.#keyring = keyring;
  }

  /** Null also when the feed is at another server than the one that it was given for, or at a less safe one. */
  login(feed: Feed): Login | null {
    return this.#read(`login:${feed.id}`, serverOf(feed), Login);
  }

  setLogin(feed: Feed, login: Login | null): Promise<void> {
    return this.#write(`login:${feed.id}`, serverOf(feed), login);
  }

  headers(feed: Feed): FeedHeaders {
    return this.#read(`headers:${feed.id}`, serverOf(feed), FeedHeaders) ?? {};
  }

  setHeaders(feed: Feed, headers: FeedHeaders): Promise<void> {
    return this.#write(`headers:${feed.id}`, serverOf(feed), Object.keys(headers).length > 0 ? headers : null);
  }

  /** Whether a feed's server is told anything that is secret. */
  areSent(feed: Feed): boolean {
    return this.login(feed) !== null || Object.keys(this.headers(feed)).length > 0;
  }

  /** Of a feed's own proxy; null is the proxy for all. Null also for another proxy than the one that it was given for. */
  proxyPassword(feedId: string | null, proxy: ProxySetting | null): string | null {
    return this.#read(nameOf(feedId), proxyAt(proxy), v.string());
  }

  /** Without a proxy that has a host there is nobody to tell, and nothing is kept. */
  setProxyPassword(feedId: string | null, proxy: ProxySetting | null, password: string | null): Promise<void> {
    const hearer = proxyAt(proxy);
    return this.#write(nameOf(feedId), hearer, hearer ? password : null);
  }

  loginKept(feed: Feed): PasswordKept | null {
    return this.#kept(`login:${feed.id}`, serverOf(feed));
  }

  proxyPasswordKept(feedId: string | null, proxy: ProxySetting | null): PasswordKept | null {
    return this.#kept(nameOf(feedId), proxyAt(proxy));
  }

  /** Forgets what is of feeds that are followed no more. */
  async forgetAllBut(feedIds: ReadonlySet<string>): Promise<void> {
    const isOver = (name: string): boolean => name.includes(':') && !feedIds.has(name.slice(name.indexOf(':') + 1));
    if (!Object.keys(this.#file.data.sealed).some(isOver)) return;
    await this.#file.change(({ sealed }) => ({
      sealed: Object.fromEntries(Object.entries(sealed).filter(([name]) => !isOver(name))),
    }));
  }

  #kept(name: Name, hearer: Hearer | null): PasswordKept | null {
    if (this.#read(name, hearer, v.unknown()) === null) return null;
    return this.#session.has(name) ? 'session' : 'keyring';
  }

  #read<T>(name: Name, hearer: Hearer | null, shape: v.GenericSchema<unknown, T>): T | null {
    const text = this.#session.get(name) ?? this.#opened(name);
    if (text === null) return null;
    const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), text);
    if (!kept.success || !hearer?.mayHear(kept.output.for)) return null;
    const read = v.safeParse(shape, kept.output.value);
    return read.success ? read.output : null;
  }

  async #write(name: Name, hearer: Hearer | null, value: unknown): Promise<void> {
    this.#session.delete(name);
    const text = JSON.stringify({ for: hearer?.name ?? '', value });
    const isSealed = value !== null && this.#keyring?.isThere() === true;
    if (value !== null && !isSealed) this.#session.set(name, text);
    const sealed = isSealed ? this.#keyring?.seal(text) : undefined;
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

const nameOf = (feedId: string | null): Name => (feedId === null ? 'proxy' : `proxy:${feedId}`);

function serverOf({ address }: Feed): Hearer {
  const url = new URL(address);
  return { name: url.origin, mayHear: (kept) => URL.canParse(kept) && mayHearSame(new URL(kept), url) };
}

/** What makes two settings the same proxy: what one was told is not for another. Null for none. */
export const proxyName = (proxy: ProxySetting | null): string | null =>
  proxy && 'host' in proxy ? `${proxy.kind}://${proxy.host}:${proxy.port}` : null;

function proxyAt(proxy: ProxySetting | null): Hearer | null {
  const name = proxyName(proxy);
  return name === null ? null : { name, mayHear: (kept) => kept === name };
}
