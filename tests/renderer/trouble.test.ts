import { expect, test } from 'vitest';
import { FAILURE_MESSAGES } from '../../electron/contract/failures';
import type { ProxySetting } from '../../electron/contract/fetching';
import { passes, remedyFor, troubleKind } from '../../renderer/state/trouble';

const system: ProxySetting = { kind: 'system' };
const own: ProxySetting = { kind: 'http', host: '127.0.0.1', port: 3128, username: null };

test.each([
  ['timed-out', 'down', null],
  ['server-error', 'down', null],
  ['unexpected', 'down', null],
  ['a-code-of-tomorrow', 'down', null],
  ['too-many-requests', 'waiting', null],
  ['forbidden', 'blocked', 'own-way'],
  ['blocked', 'blocked', 'own-way'],
  ['password-needed', 'locked', 'log-in'],
  ['password-wrong', 'locked', 'log-in'],
  ['malformed', 'broken', null],
  ['not-a-feed', 'broken', null],
  ['not-found', 'missing', 'unsubscribe'],
  ['gone', 'ended', 'unsubscribe'],
] as const)('%s is %s, and what helps is %s', (code, kind, remedy) => {
  expect(troubleKind({ code })).toBe(kind);
  expect(remedyFor({ code, detail: {} }, system)).toBe(remedy);
});

test('a proxy that fails is mended where it was chosen: for all feeds, or for this one', () => {
  const trouble = { code: 'proxy-unreachable', detail: { proxy: '127.0.0.1:3128' } };
  expect(remedyFor(trouble, own)).toBe('proxy-settings');
  expect(remedyFor(trouble, { ...own, port: 3129 })).toBe('own-way');
  expect(remedyFor({ ...trouble, detail: { proxy: '[::1]:3128' } }, { ...own, host: '::1' })).toBe('proxy-settings');
  expect(remedyFor({ ...trouble, detail: { proxy: 'system' } }, system)).toBe('proxy-settings');
});

test('only what mends itself is left to itself', () => {
  const kinds = new Set(Object.keys(FAILURE_MESSAGES).map((code) => troubleKind({ code })));
  expect([...kinds].filter(passes).sort()).toEqual(['down', 'waiting']);
});
