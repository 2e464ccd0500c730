import { expect, test } from 'vitest';
import type { ProxySetting } from '../../electron/contract/fetching';
import { draftOf, readProxy } from '../../renderer/state/proxy-draft';

const typed = (change: object) => readProxy({ kind: 'http', host: '127.0.0.1', port: '3128', username: '', ...change });

test.each<ProxySetting | null>([
  null,
  { kind: 'system' },
  { kind: 'direct' },
  { kind: 'http', host: 'proxy.example.org', port: 3128, username: null },
  { kind: 'socks5', host: '::1', port: 1080, username: 'reader' },
])('the setting %j comes back from its draft', (proxy) => {
  expect(readProxy(draftOf(proxy))).toEqual({ proxy });
});

test.each([
  [{ host: '' }, 'host'],
  [{ host: 'http://proxy.example.org' }, 'host'],
  [{ host: 'two words' }, 'host'],
  [{ port: '' }, 'port'],
  [{ port: '0' }, 'port'],
  [{ port: '65536' }, 'port'],
  [{ port: '31.5' }, 'port'],
  [{ port: 'web' }, 'port'],
  [{ username: 'a:b' }, 'username'],
])('of a proxy with %j the field %s is wrong', (change, wrong) => {
  expect(typed(change)).toEqual({ wrong });
});

test.each(['۳۱۲۸', '٣١٢٨', ' 3128 '])('the port %j is 3128', (port) => {
  expect(typed({ port })).toMatchObject({ proxy: { port: 3128 } });
});
