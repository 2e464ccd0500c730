import { expect, it } from 'vitest';
import type { FailureCode } from '../../../electron/contract/failures';
import type { FaultOrKind } from '../../support/feed-server/faults';
import { feedOf, following, refresh } from './following';

it.each<[string, FaultOrKind, FailureCode]>([
  ['speaks another protocol', 'not-http', 'connection-cut'],
  ['announces more than it sends', 'length-too-long', 'connection-cut'],
  ['says “as before” to one who has nothing', 'unasked-304', 'unexpected-status'],
  ['calls gzip what is none', 'false-gzip', 'malformed'],
  ['sends nothing', 'empty', 'not-a-feed'],
  ['wants a password in the words of a page', 'login-page', 'not-a-feed'],
  ['wants a password', '401', 'password-needed'],
  ['wants the network’s own sign-in', '511', 'captive-portal'],
  ['leads into the reader’s network', { kind: 'redirect-to', location: 'http://10.0.0.1/' }, 'private-address'],
  ['leads to a file', { kind: 'redirect-to', location: 'file:///etc/hostname' }, 'bad-redirect'],
  ['leads to a program', { kind: 'redirect-to', location: 'javascript:alert(1)' }, 'bad-redirect'],
])('a server that %s is explained, and the other feeds arrive', async (_, fault, code) => {
  const { server, library } = await following();
  server.fault('khavaran', fault);
  expect(await refresh(library)).toMatchObject({ feeds: 3, updated: 2, failed: [{ code }] });
  const { trouble, articles } = await feedOf(library, 'khavaran');
  expect(trouble).toMatchObject({ code, message: expect.stringMatching(/^\S.*\.$/) });
  expect(articles).toBe(0);
});

it.each<FaultOrKind>(['broken-encoding', 'length-too-short', 'malformed'])(
  'what can be read of a feed that is broken (%s) is there, without trouble',
  async (fault) => {
    const { server, library } = await following();
    server.fault('border-post', fault);
    await refresh(library);
    const { trouble, articles } = await feedOf(library, 'border-post');
    expect(trouble).toBeNull();
    expect(articles).toBeGreaterThan(0);
  },
);
