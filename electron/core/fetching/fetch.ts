/**
 * The way to the network: none but the computer's own, or one proxy for every host. Host names are resolved by the proxy;
 * `https` is an HTTP proxy that is itself spoken to over TLS; an IPv6 host stands without brackets.
 */
export type Route = { kind: 'direct' } | ProxyRoute;

export interface ProxyRoute {
  kind: 'http' | 'https' | 'socks5';
  host: string;
  port: number;
  username?: string | undefined;
  password?: string | undefined;
}

export interface FetchInit {
  headers: Record<string, string>;
  signal: AbortSignal;
  /** The system's way where it is left out. */
  route?: Route | undefined;
  /** GET where it is left out. */
  method?: 'GET' | 'HEAD' | undefined;
  /**
   * Whether a host name may resolve to this computer or its own network; else that is the Fault `private-address`. What
   * a proxy resolves cannot be known. An address that is private as it stands is for the caller to judge.
   */
  mayBePrivate?: boolean | undefined;
  /** Told of each piece of the body as it comes off the wire, in bytes. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * The port to the network: one hop. It never follows a redirect, sends these headers (and Accept-Encoding), no cookies
 * and nothing from a cache, decodes what it asked to have encoded, and rejects with the signal's reason when that aborts,
 * before the answer or within its body. Header values are as in a `Headers` object: one character a byte.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;
