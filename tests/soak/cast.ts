import type { FailureCode } from '../../electron/contract/failures';
import type { Fault, FaultOrKind } from '../support/feed-server/faults';

/** What a feed does to whoever follows it, and what Caravan is to make of that. */
export interface Role {
  name: string;
  /** What the server is told to do; nothing where the address alone is the matter. */
  fault?: FaultOrKind;
  /** The one failure that explains it; null when the articles arrive all the same. */
  code: FailureCode | null;
  /** Of the articles that there are, how many arrive at the least; none where there is a code. */
  share?: number;
}

/** A feed of the soak. */
export interface Part {
  /** Of the bench feed, and in its address. */
  id: string;
  address: string;
  /** Path and query, as the server sees them. */
  path: string;
  role: Role;
}

/** Loopback addresses with servers; on the one after them nobody listens. */
export const HOSTS = Array.from({ length: 50 }, (_, n) => `127.0.0.${n + 1}`);
const DESERTED = `127.0.0.${HOSTS.length + 1}`;
/** The host that asks to be left alone is kept for those of {@link PEACE}, or it would silence whoever lives there. */
export const PEACEFUL = `127.0.0.${HOSTS.length}`;

export const GOOD: Role = { name: 'good', code: null };
/** Asks for peace; from the second round on it is well again. */
export const PEACE: Role = { name: '429 with Retry-After', fault: { kind: '429' }, code: 'too-many-requests' };
const UNREACHABLE: Role = { name: 'nobody listens', code: 'connection-refused' };
const NO_TLS: Role = { name: 'https: where there is only http:', code: 'certificate-invalid' };

const failing = (fault: Exclude<FaultOrKind, Fault>, code: FailureCode): Role => ({ name: fault, fault, code });
const ODD: Role[] = [
  { name: 'slow', fault: { kind: 'slow', ms: 1_000 }, code: null },
  { name: 'three redirects', fault: { kind: 'redirect', hops: 3 }, code: null },
  { name: 'moved for good', fault: { kind: 'redirect', permanent: true }, code: null },
  { name: 'broken-encoding', fault: 'broken-encoding', code: null },
  { name: 'malformed', fault: 'malformed', code: null, share: 0.25 },
  { name: 'length-too-short', fault: 'length-too-short', code: null, share: 0.25 },
];
const BAD: Role[] = [
  failing('401', 'password-needed'),
  failing('403', 'forbidden'),
  failing('404', 'not-found'),
  failing('410', 'gone'),
  failing('451', 'blocked-by-law'),
  failing('500', 'server-error'),
  failing('503', 'server-error'),
  failing('511', 'captive-portal'),
  failing('cut', 'connection-cut'),
  failing('length-too-long', 'connection-cut'),
  failing('not-http', 'connection-cut'),
  failing('hang', 'timed-out'),
  failing('trickle', 'timed-out'),
  failing('redirect-loop', 'too-many-redirects'),
  {
    name: 'redirect to a private address',
    fault: { kind: 'redirect-to', location: 'http://10.0.0.1/feed' },
    code: 'private-address',
  },
  {
    name: 'redirect to a file',
    fault: { kind: 'redirect-to', location: 'file:///etc/hostname' },
    code: 'bad-redirect',
  },
  failing('not-a-feed', 'not-a-feed'),
  failing('login-page', 'not-a-feed'),
  failing('empty', 'not-a-feed'),
  failing('unasked-304', 'unexpected-status'),
  failing('false-gzip', 'malformed'),
  failing('endless', 'too-large'),
  failing('huge', 'too-large'),
  failing('gzip-bomb', 'too-large'),
  UNREACHABLE,
  NO_TLS,
  PEACE,
];
export const MISBEHAVING: readonly Role[] = [...ODD, ...BAD];

export const ITEMS = 20;
const BYTES = 1_500;
const SHARE_MISBEHAVING = 0.1;

/** So many feeds on the hosts' one port: a tenth of them misbehave, and each way of it is there at least once. */
export function cast(feeds: number, port: number): Part[] {
  const misbehaving = Math.max(MISBEHAVING.length, Math.round(feeds * SHARE_MISBEHAVING));
  const every = Math.max(1, Math.floor(feeds / misbehaving));
  return Array.from({ length: feeds }, (_, n) => {
    const turn = n / every;
    const isOdd = Number.isInteger(turn) && turn < misbehaving;
    const role = (isOdd && MISBEHAVING[turn % MISBEHAVING.length]) || GOOD;
    return part(n, role, port);
  });
}

function part(n: number, role: Role, port: number): Part {
  const path = `/bench/${n}.xml?items=${ITEMS}&bytes=${BYTES}`;
  const host = hostOf(n, role);
  const scheme = role === NO_TLS ? 'https' : 'http';
  return { id: String(n), address: `${scheme}://${host}:${port}${path}`, path, role };
}

/** Every fortieth good feed lives beside those who ask for peace, and has to wait with them. */
function hostOf(n: number, role: Role): string {
  if (role === UNREACHABLE) return DESERTED;
  if (role === PEACE || (role === GOOD && n % 40 === 39)) return PEACEFUL;
  return HOSTS[n % (HOSTS.length - 1)] ?? DESERTED;
}
