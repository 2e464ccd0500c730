import type { Core, FeedRecord } from '../store/core-data';

export const hostOf = ({ address }: FeedRecord): string => new URL(address).host;

/** Until when a host is left alone, as it asked; null when it is not. */
export const heldUntil = ({ hosts }: Core, host: string, now: number): number | null =>
  hosts.find(([held, until]) => held === host && until > now)?.[1] ?? null;

/** The same core with a host left alone until then; holds that are over fall out. */
export const withHeldHost = (core: Core, host: string, until: number, now: number): Core => ({
  ...core,
  hosts: [...core.hosts.filter(([other, end]) => other !== host && end > now), [host, until]],
});
