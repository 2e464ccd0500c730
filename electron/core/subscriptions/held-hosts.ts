import type { Core, FeedRecord } from '../store/core-data';

export const hostOf = ({ address }: FeedRecord): string => new URL(address).host;

/** True while a host is left alone, as it asked. */
export const isHeld = ({ hosts }: Core, host: string, now: number): boolean =>
  hosts.some(([held, until]) => held === host && until > now);

/** The same core with a host left alone until then; holds that are over fall out. */
export const withHeldHost = (core: Core, host: string, until: number, now: number): Core => ({
  ...core,
  hosts: [...core.hosts.filter(([other, end]) => other !== host && end > now), [host, until]],
});
