import { type FailureCode, Fault } from '../../contract/failures';
import { printable } from './address';

/** Names by which Node (system, undici, OpenSSL, zlib, its HTTP parser) and Chromium (net::) call what went wrong. */
const SYMPTOMS: [RegExp, FailureCode][] = [
  [/^(?:ENOTFOUND|EAI_NONAME|EAI_NODATA|ERR_NAME_|ERR_DNS_|ERR_ICANN_)/, 'host-not-found'],
  // Without a network the system's resolver says "try again" rather than "no such name".
  [/^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE)/, 'offline'],
  [/^(?:ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED|ERR_NETWORK_ACCESS_DENIED)/, 'offline'],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|EACCES|EPERM|EADDRNOTAVAIL)/, 'connection-refused'],
  [/^(?:ERR_CONNECTION_REFUSED|ERR_ADDRESS_INVALID|ERR_PROXY_|ERR_TUNNEL_|ERR_SOCKS_)/, 'connection-refused'],
  [/^(?:ETIMEDOUT|UND_ERR_\w+_TIMEOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT)/, 'timed-out'],
  [
    /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO|ERR_TLS_|ERR_SSL_|ERR_CERT|ERR_BAD_SSL_)/,
    'certificate-invalid',
  ],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_|HPE_|other side closed|terminated)/, 'connection-cut'],
  [/^(?:ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_|ERR_INCOMPLETE_|ERR_HTTP)/, 'connection-cut'],
  [/^(?:ERR_QUIC_|ERR_INVALID_HTTP|ERR_INVALID_CHUNKED|ERR_RESPONSE_|ERR_SOCKET_|ERR_FAILED)/, 'connection-cut'],
  [/^(?:Z_|ERR_CONTENT_DECODING_|ERR__ERROR_FORMAT|ERR_BROTLI)/, 'malformed'],
  [
    /^(?:ERR_UNSAFE_|ERR_INVALID_URL|ERR_DISALLOWED_URL|ERR_UNKNOWN_URL|ERR_INVALID_REDIRECT|bad port)/,
    'not-an-address',
  ],
];

const NETWORK_FAILURES = new Set<FailureCode>(['offline', 'host-not-found', 'connection-refused', 'timed-out']);

/** True for the failures that may mean that there is no way to the host at all, rather than that it answered badly. */
export const isNetworkFailure = (code: FailureCode): boolean => NETWORK_FAILURES.has(code);

/** What a fetch threw, as a Fault about `url`; what no table names becomes `unexpected`. A Fault stays what it is. */
export function networkFault(thrown: unknown, url: URL, ms: number): Fault {
  if (thrown instanceof Fault) return thrown;
  const symptom = symptomOf(thrown);
  const [, code] = SYMPTOMS.find(([pattern]) => pattern.test(symptom)) ?? [];
  const address = printable(url.href);
  const detail = { url: address, address, host: url.host, seconds: Math.round(ms / 1_000), reason: symptom };
  return new Fault(code ?? 'unexpected', detail, thrown);
}

/** The most telling name in a chain of causes: a system or library code, else Chromium's net error, else the message. */
function symptomOf(thrown: unknown): string {
  let message = String(thrown);
  // Eight is deeper than any library wraps, and a chain could be a ring.
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; depth++) {
    const code = 'code' in error ? error.code : undefined;
    if (typeof code === 'string') return code;
    message = error.message;
    const [, net] = /net::(ERR_\w+)/.exec(message) ?? [];
    if (net) return net;
    error = error instanceof AggregateError ? error.errors[0] : error.cause;
  }
  return message;
}
