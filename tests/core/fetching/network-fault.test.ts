import { describe, expect, it } from 'vitest';
import { type FailureCode, Fault } from '../../../electron/contract/failures';
import { isNetworkFailure, networkFault } from '../../../electron/core/fetching/network-fault';

const URL_ASKED = new URL('https://reader:secret@news.example:8443/feed');
const START = { ms: 0, isAnswered: false };
const LATER = { ms: 0, isAnswered: true };
const named = (code: string): Error => Object.assign(new Error('a system call failed'), { code });
const fetchFailed = (cause: unknown): Error => new TypeError('fetch failed', { cause });

const NODE: [string, FailureCode][] = [
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_AGAIN', 'offline'],
  ['ENETUNREACH', 'offline'],
  ['ECONNREFUSED', 'connection-refused'],
  ['EHOSTUNREACH', 'connection-refused'],
  ['ETIMEDOUT', 'timed-out'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
  ['UND_ERR_BODY_TIMEOUT', 'timed-out'],
  ['ECONNRESET', 'connection-cut'],
  ['EPIPE', 'connection-cut'],
  ['UND_ERR_SOCKET', 'connection-cut'],
  ['HPE_INVALID_CONSTANT', 'connection-cut'],
  ['CERT_HAS_EXPIRED', 'certificate-invalid'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-invalid'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-invalid'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-invalid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-invalid'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate-invalid'],
  ['TLS_CUT', 'blocked'],
  ['HOSTNAME_MISMATCH', 'certificate-invalid'],
  ['Z_DATA_ERROR', 'malformed'],
  ['ZSTD_error_corruption_detected', 'malformed'],
];

const CHROMIUM: [string, FailureCode][] = [
  ['ERR_NAME_NOT_RESOLVED', 'host-not-found'],
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ERR_NETWORK_CHANGED', 'offline'],
  ['ERR_ADDRESS_UNREACHABLE', 'offline'],
  ['ERR_CONNECTION_REFUSED', 'connection-refused'],
  ['ERR_PROXY_CONNECTION_FAILED', 'proxy-unreachable'],
  ['ERR_SOCKS_CONNECTION_FAILED', 'proxy-unreachable'],
  ['ERR_PAC_SCRIPT_FAILED', 'proxy-unreachable'],
  ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy-unreachable'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy-refused'],
  ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-refused'],
  ['ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked'],
  ['ERR_CONNECTION_TIMED_OUT', 'timed-out'],
  ['ERR_TIMED_OUT', 'timed-out'],
  ['ERR_CONNECTION_RESET', 'blocked'],
  ['ERR_CONNECTION_CLOSED', 'blocked'],
  ['ERR_EMPTY_RESPONSE', 'connection-cut'],
  ['ERR_CONTENT_LENGTH_MISMATCH', 'connection-cut'],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'connection-cut'],
  ['ERR_HTTP2_PROTOCOL_ERROR', 'connection-cut'],
  ['ERR_CERT_DATE_INVALID', 'certificate-invalid'],
  ['ERR_CERT_AUTHORITY_INVALID', 'certificate-invalid'],
  ['ERR_SSL_PROTOCOL_ERROR', 'certificate-invalid'],
  ['ERR_CONTENT_DECODING_FAILED', 'malformed'],
  ['ERR_UNSAFE_PORT', 'blocked-port'],
  ['ERR_UNSAFE_REDIRECT', 'bad-redirect'],
  ['ERR_UNKNOWN_URL_SCHEME', 'bad-redirect'],
  ['ERR_DISALLOWED_URL_SCHEME', 'bad-redirect'],
];

describe('networkFault', () => {
  it.each(NODE)('knows Node’s %s as %s', (symptom, code) => {
    expect(networkFault(fetchFailed(named(symptom)), URL_ASKED, START).failure.code).toBe(code);
  });

  it.each(CHROMIUM)('knows Chromium’s %s as %s', (symptom, code) => {
    expect(networkFault(new Error(`net::${symptom}`), URL_ASKED, START).failure.code).toBe(code);
  });

  it.each([...NODE, ...CHROMIUM])('says all that its message for %s needs, and no password', (symptom) => {
    const { message, detail } = networkFault(fetchFailed(named(symptom)), URL_ASKED, { ...START, ms: 12_345 }).failure;
    expect(message).not.toContain('?');
    expect(`${message}${JSON.stringify(detail)}`).not.toContain('secret');
    expect(detail).toMatchObject({ host: 'news.example:8443', url: 'https://news.example:8443/feed', seconds: 12 });
  });

  it.each(['ERR_CONNECTION_RESET', 'ERR_CONNECTION_CLOSED'])(
    'takes Chromium’s %s for a cut in the middle where a filter would not be its cause',
    (symptom) => {
      const cut = new Error(`net::${symptom}`);
      expect(networkFault(cut, URL_ASKED, LATER).failure.code).toBe('connection-cut');
      expect(networkFault(cut, new URL('http://news.example/feed'), START).failure.code).toBe('connection-cut');
    },
  );

  it('looks into the first of several tries to connect', () => {
    const tries = new AggregateError([named('ECONNREFUSED'), named('ENETUNREACH')]);
    expect(networkFault(fetchFailed(tries), URL_ASKED, START).failure.code).toBe('connection-refused');
  });

  it('says what it does not know in the words it came in', () => {
    const odd = fetchFailed(new Error('something odd'));
    expect(networkFault(odd, URL_ASKED, START).failure).toMatchObject({
      code: 'unexpected',
      detail: { reason: 'something odd' },
    });
    expect(networkFault('a bare word', URL_ASKED, START).failure.detail.reason).toBe('a bare word');
  });

  it('ends on a ring of causes', () => {
    const ring = new Error('round');
    ring.cause = ring;
    expect(networkFault(ring, URL_ASKED, START).failure.code).toBe('unexpected');
  });

  it('leaves a Fault as it is', () => {
    const fault = new Fault('gone', { url: 'x' });
    expect(networkFault(fault, URL_ASKED, START)).toBe(fault);
  });
});

describe('isNetworkFailure', () => {
  it.each<FailureCode>([
    'offline',
    'host-not-found',
    'connection-refused',
    'timed-out',
    'blocked',
    'proxy-unreachable',
    'proxy-refused',
    'private-address',
    'certificate-invalid',
  ])('is true for %s', (code) => {
    expect(isNetworkFailure(code)).toBe(true);
  });

  it.each<FailureCode>([
    'not-found',
    'server-error',
    'connection-cut',
    'not-a-feed',
    'cancelled',
    'unexpected',
    'password-wrong',
  ])('is false for %s', (code) => {
    expect(isNetworkFailure(code)).toBe(false);
  });
});
