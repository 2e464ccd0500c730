import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FeedHeaders, ProxySetting, SYSTEM_PROXY } from '../../electron/contract/fetching';

const isHeaders = (headers: unknown): boolean => v.is(FeedHeaders, headers);
const isProxy = (proxy: unknown): boolean => v.is(ProxySetting, proxy);

describe('FeedHeaders', () => {
  it.each([
    {},
    { Cookie: 'session=abc; theme=dark' },
    { authorization: 'Bearer a.b.c', 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64)', Referer: 'https://a.example/' },
    { "X-!#$%&'*+.^_`|~9": 'a\tb' },
  ])('takes %j', (headers) => {
    expect(isHeaders(headers)).toBe(true);
  });

  it.each([
    [JSON.parse('{ "__proto__": "a" }')],
    [{ constructor: 'a' }],
    [{ prototype: 'a' }],
    [{ 'X-Two Words': 'a' }],
    [{ 'X-Colon:': 'a' }],
    [{ '': 'a' }],
    [{ 'X-Ñ': 'a' }],
    [{ 'X-A': '' }],
    [{ 'X-A': 'a\r\nX-B: b' }],
    [{ 'X-A': 'a\nb' }],
    [{ 'X-A': 'a\0b' }],
    [{ 'X-A': ' a' }],
    [{ 'X-A': 'a ' }],
    [{ 'X-A': 'é' }],
    [{ 'X-A': 'a'.repeat(8_193) }],
    [{ 'X-A': 1 }],
    [{ Host: 'other.example' }],
    [{ 'content-LENGTH': '5' }],
    [{ Connection: 'close' }],
    [{ 'Transfer-Encoding': 'chunked' }],
    [{ 'Accept-Encoding': 'identity' }],
    [{ 'If-None-Match': '"1"' }],
    [{ Range: 'bytes=0-1' }],
    [{ 'Proxy-Authorization': 'Basic x' }],
    [{ 'Sec-Fetch-Mode': 'cors' }],
    [{ Cookie: 'a=1', cookie: 'a=2' }],
    [Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`X-${n}`, 'a']))],
    [[['Cookie', 'a=1']]],
  ])('refuses %j', (headers) => {
    expect(isHeaders(headers)).toBe(false);
  });

  it('takes nothing that a Headers object would not', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (headers) => {
        if (!isHeaders(headers)) return;
        for (const [name, value] of Object.entries(headers)) expect(new Headers(headers).get(name)).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('ProxySetting', () => {
  it.each([
    SYSTEM_PROXY,
    { kind: 'direct' },
    { kind: 'http', host: 'proxy.example', port: 3_128, username: null },
    { kind: 'socks5', host: '127.0.0.1', port: 9_050, username: 'reader' },
    { kind: 'socks5', host: '::1', port: 1, username: null },
    { kind: 'socks5', host: '[2001:db8::1]', port: 65_535, username: null },
    { kind: 'http', host: 'پروکسی.example', port: 80, username: 'خواننده' },
  ])('takes %j', (proxy) => {
    expect(isProxy(proxy)).toBe(true);
  });

  const valid = { kind: 'http', host: 'proxy.example', port: 3_128, username: null };
  it.each([
    { kind: 'pac' },
    { kind: 'system', host: 'proxy.example' },
    { ...valid, host: '' },
    { ...valid, host: 'http://proxy.example' },
    { ...valid, host: 'proxy.example:80' },
    { ...valid, host: '[::1]:80' },
    { ...valid, host: 'reader@proxy.example' },
    { ...valid, host: 'proxy example' },
    { ...valid, host: '::1::2' },
    { ...valid, port: 0 },
    { ...valid, port: 65_536 },
    { ...valid, port: 80.5 },
    { ...valid, username: '' },
    { ...valid, username: 'a:b' },
    { ...valid, username: 'a\r\nb' },
    { ...valid, password: 'secret' },
  ])('refuses %j', (proxy) => {
    expect(isProxy(proxy)).toBe(false);
  });
});
