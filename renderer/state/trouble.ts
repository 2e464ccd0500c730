import type { ProxySetting } from '../../electron/contract/fetching';
import type { FeedTrouble } from '../../electron/contract/model';

/** What a trouble comes to for the reader: each kind has words, a mark and a way out of its own. */
export type TroubleKind =
  /** The site or the way to it does not work; it usually passes. */
  | 'down'
  /** Somebody does not let Caravan through: the site, the law, a filter, the proxy. */
  | 'blocked'
  /** The site asks who is there. */
  | 'locked'
  /** The site asks for a pause. */
  | 'waiting'
  /** Something is there, and it is no feed that can be read. */
  | 'broken'
  /** The address leads to nothing. */
  | 'missing'
  /** The publisher has ended it. */
  | 'ended';

const KINDS: Record<string, TroubleKind> = {
  blocked: 'blocked',
  'blocked-by-law': 'blocked',
  'blocked-port': 'blocked',
  'captive-portal': 'blocked',
  'certificate-invalid': 'blocked',
  forbidden: 'blocked',
  'private-address': 'blocked',
  'proxy-refused': 'blocked',
  'proxy-unreachable': 'blocked',
  'password-needed': 'locked',
  'password-wrong': 'locked',
  'too-many-requests': 'waiting',
  'bad-redirect': 'broken',
  malformed: 'broken',
  'no-feed-found': 'broken',
  'not-a-feed': 'broken',
  'too-large': 'broken',
  'too-many-redirects': 'broken',
  'not-found': 'missing',
  gone: 'ended',
};

/** The rest is the network's or the server's, and passes. */
export const troubleKind = ({ code }: Pick<FeedTrouble, 'code'>): TroubleKind => KINDS[code] ?? 'down';

/** True for what passes by itself, so that nothing needs to be done. */
export const passes = (kind: TroubleKind): boolean => kind === 'down' || kind === 'waiting';

/** What a reader can do about it besides trying again. */
export type Remedy = 'log-in' | 'proxy-settings' | 'own-way' | 'unsubscribe';

/** Null where nothing helps but patience. `proxy` is the way of all feeds: where it fails, it is to be mended for all. */
export function remedyFor(trouble: Pick<FeedTrouble, 'code' | 'detail'>, proxy: ProxySetting): Remedy | null {
  switch (troubleKind(trouble)) {
    case 'locked':
      return 'log-in';
    case 'blocked':
      return isOfAll(trouble.detail, proxy) ? 'proxy-settings' : 'own-way';
    case 'missing':
    case 'ended':
      return 'unsubscribe';
    case 'broken':
    case 'down':
    case 'waiting':
      return null;
  }
}

/** A failure names the proxy as `host:port`. */
function isOfAll({ proxy: failed }: FeedTrouble['detail'], proxy: ProxySetting): boolean {
  if (typeof failed !== 'string') return false;
  if (!('host' in proxy)) return failed === proxy.kind;
  return failed === `${proxy.host}:${proxy.port}` || failed === `[${proxy.host}]:${proxy.port}`;
}
