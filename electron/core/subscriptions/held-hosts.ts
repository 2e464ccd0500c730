import type { Core, FeedRecord } from '../store/core-data';

export const hostOf = ({ address }: FeedRecord): string => new URL(address).host;

/** No host is left alone for longer; what lies further off was noted by a clock that was wrong. */
const LONGEST_MS = 24 * 60 * 60_000;

const isInForce = (until: number, now: number): boolean => until > now && until - now <= LONGEST_MS;

/** Until when a host is left alone, as it asked; null when it is not. */
export const heldUntil = ({ hosts }: Core, host: string, now: number): number | null =>
  hosts.find(([held, until]) => held === host && isInForce(until, now))?.[1] ?? null;

/** The same core with a host left alone until then, or as long as it asked for before; holds that are over fall out. */
export function withHeldHost(core: Core, host: string, until: number, now: number): Core {
  const longer = Math.max(until, heldUntil(core, host, now) ?? until);
  const others = core.hosts.filter(([other, end]) => other !== host && isInForce(end, now));
  return { ...core, hosts: [...others, [host, longer]] };
}
