import { type FailureCode, Fault } from '../../contract/failures';
import { printable } from './address';

/**
 * Names by which Node (system, undici, OpenSSL, zlib, its HTTP parser) and Chromium (net::) call what went wrong. The
 * first that fits counts. What each of them means for a reader is written down in docs/decisions/0012-network.md.
 */
const SYMPTOMS: [RegExp, FailureCode][] = [
  [/^(?:ENOTFOUND|EAI_NONAME|EAI_NODATA|EAI_FAIL|ERR_NAME_|ERR_DNS_|ERR_ICANN_)/, 'host-not-found'],
  // Without a network the system's resolver says "try again" rather than "no such name".
  [/^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|ENONET|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE)/, 'offline'],
  [/^(?:ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED|ERR_NETWORK_ACCESS_DENIED)/, 'offline'],
  [/^(?:ERR_TUNNEL_|ERR_PROXY_AUTH_|ERR_HTTP_1_1_REQUIRED_FOR_PROXY)/, 'proxy-refused'],
  [/^(?:ERR_PROXY_|ERR_SOCKS_|ERR_MANDATORY_PROXY_|ERR_PAC_|ERR_NO_SUPPORTED_PROXIES)/, 'proxy-unreachable'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|EACCES|EPERM|EADDRNOTAVAIL)/, 'connection-refused'],
  [/^(?:ERR_CONNECTION_REFUSED|ERR_ADDRESS_INVALID)/, 'connection-refused'],
  [/^(?:ETIMEDOUT|UND_ERR_\w+_TIMEOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT)/, 'timed-out'],
  [
    /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|EPROTO)/,
    'certificate-invalid',
  ],
  [/^(?:ERR_TLS_|ERR_SSL_|ERR_CERT|ERR_BAD_SSL_|ERR_ECH_)/, 'certificate-invalid'],
  [/^(?:TLS_CUT|ERR_BLOCKED_BY_|ERR_ACCESS_DENIED)/, 'blocked'],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_|HPE_|other side closed|terminated)/, 'connection-cut'],
  [/^(?:ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_|ERR_INCOMPLETE_|ERR_HTTP)/, 'connection-cut'],
  [/^(?:ERR_QUIC_|ERR_INVALID_HTTP|ERR_INVALID_CHUNKED|ERR_RESPONSE_|ERR_SOCKET_|ERR_FAILED)/, 'connection-cut'],
  [/^(?:Z_|ZSTD_|ERR_CONTENT_DECODING_|ERR__ERROR_FORMAT|ERR_BROTLI)/, 'malformed'],
  [/^(?:ERR_UNSAFE_PORT|bad port)/, 'blocked-port'],
  // Of an address that is typed the core itself sees whether it is one.
  [/^(?:ERR_UNSAFE_|ERR_INVALID_URL|ERR_DISALLOWED_URL|ERR_UNKNOWN_URL|ERR_INVALID_REDIRECT)/, 'bad-redirect'],
];

/** How Chromium calls a connection that the other side, or who speaks in its name, has ended. */
const CUT = /^ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)$/;

const NETWORK_FAILURES = new Set<FailureCode>([
  'offline',
  'host-not-found',
  'connection-refused',
  'timed-out',
  'blocked',
  'captive-portal',
  'proxy-unreachable',
  'proxy-refused',
  // A portal answers in every name, with an address of its own network or with its own certificate.
  'private-address',
  'certificate-invalid',
]);

/** True for the failures that may mean that there is no way to the host at all, rather than that it answered badly. */
export const isNetworkFailure = (code: FailureCode): boolean => NETWORK_FAILURES.has(code);

/** Of the request that failed: how long it took, and whether the server had begun to answer. */
export interface Progress {
  ms: number;
  isAnswered: boolean;
}

/** What a fetch threw, as a Fault about `url`; what no table names becomes `unexpected`. A Fault stays what it is. */
export function networkFault(thrown: unknown, url: URL, { ms, isAnswered }: Progress): Fault {
  if (thrown instanceof Fault) return thrown;
  const symptom = symptomOf(thrown);
  const [, known] = SYMPTOMS.find(([pattern]) => pattern.test(symptom)) ?? [];
  const code = isCutAtStart(symptom, url, isAnswered) ? 'blocked' : known;
  const address = printable(url.href);
  const detail = {
    url: address,
    address,
    host: url.host,
    port: url.port,
    // The proxies of our own routes are named where they are spoken to; what is left is the system's.
    proxy: 'system',
    seconds: Math.round(ms / 1_000),
    reason: symptom,
  };
  return new Fault(code ?? 'unexpected', detail, thrown);
}

/**
 * True where a connection was cut before it was safe, which servers hardly do and filters do by the name that is asked
 * for. Node's side says so itself ({@link ./routes.ts}); Chromium does not say when it was, and no answer at all over
 * https is the nearest to it: where the connection was an old one it has tried again already.
 */
const isCutAtStart = (symptom: string, { protocol }: URL, isAnswered: boolean): boolean =>
  protocol === 'https:' && !isAnswered && CUT.test(symptom);

/** The most telling name in a chain of causes: a system or library code, else Chromium's net error, else the message. */
export function symptomOf(thrown: unknown): string {
  let message = String(thrown);
  // Eight is deeper than any library wraps, and a chain could be a ring.
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; depth++) {
    const code = 'code' in error ? error.code : undefined;
    if (typeof code === 'string') return code;
    // undici looks its parser's codes up the wrong way round, and finds none.
    if (error.name === 'HTTPParserError') return 'HPE_';
    message = error.message;
    const [, net] = /net::(ERR_\w+)/.exec(message) ?? [];
    if (net) return net;
    error = error instanceof AggregateError ? error.errors[0] : error.cause;
  }
  return message;
}
