import * as v from 'valibot';
import { ProxySetting } from '../../electron/contract/fetching';

/** The ways to the network; 'inherit' is that of all feeds. */
export const PROXY_KINDS = ['system', 'direct', 'http', 'socks5'] as const;
export type ProxyKind = (typeof PROXY_KINDS)[number] | 'inherit';

/** A way to the network while it is typed: what is not of its kind is kept, so that a change of mind costs nothing. */
export interface ProxyDraft {
  kind: ProxyKind;
  host: string;
  port: string;
  username: string;
}

export type ProxyField = 'host' | 'port' | 'username';

export type ReadProxy = { proxy: ProxySetting | null } | { wrong: ProxyField };

export const isTyped = ({ kind }: ProxyDraft): boolean => kind === 'http' || kind === 'socks5';

/** The draft of a setting; null is that of all feeds. */
export function draftOf(proxy: ProxySetting | null): ProxyDraft {
  const nothing = { host: '', port: '', username: '' };
  if (proxy === null) return { kind: 'inherit', ...nothing };
  if (!('host' in proxy)) return { kind: proxy.kind, ...nothing };
  const { kind, host, port, username } = proxy;
  return { kind, host, port: String(port), username: username ?? '' };
}

/** What a draft says, or which field of it cannot be. */
export function readProxy(draft: ProxyDraft): ReadProxy {
  const { kind, host, port, username } = draft;
  if (kind === 'inherit') return { proxy: null };
  if (!isTyped(draft)) return { proxy: { kind } as ProxySetting };
  // Digits of Persian and Arabic too: who writes in them types them.
  const typed = {
    kind,
    host: host.trim(),
    port: Number(latinDigits(port.trim()) || Number.NaN),
    username: username || null,
  };
  const read = v.safeParse(ProxySetting, typed);
  if (read.success && host.trim() !== '') return { proxy: read.output };
  const field = read.issues?.[0].path?.[0]?.key;
  return { wrong: field === 'port' || field === 'username' ? field : 'host' };
}

const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
