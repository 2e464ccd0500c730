import { expect, test } from 'vitest';
import { faultOf, type HeaderRow, headersOf, isUserAgentSound, rowsOf } from '../../renderer/state/header-rows';

const rowsFrom = (...rows: [string, string][]): HeaderRow[] => rows.map(([name, value], key) => ({ key, name, value }));
const faults = (...typed: [string, string][]) => {
  const rows = rowsFrom(...typed);
  return rows.map((row) => faultOf(row, rows));
};

test.each([
  ['X-Token', 'abc 123', null],
  ['  Cookie ', ' a=b; c=d ', null],
  ['', '', null],
  ['X Token', 'abc', 'badName'],
  ['', 'abc', 'badName'],
  ['constructor', 'abc', 'badName'],
  ['__proto__', 'abc', 'badName'],
  ['توکن', 'abc', 'badName'],
  ['Host', 'example.org', 'reserved'],
  ['Proxy-Authorization', 'Basic x', 'reserved'],
  ['X-Token', '', 'badValue'],
  ['X-Token', 'گذرواژه', 'badValue'],
  ['X-Token', 'one\ttwo', null],
  ['User-Agent', 'Other/1.0', 'twice'],
] as const)('the header %j with the value %j has the fault %j', (name, value, fault) => {
  expect(faults([name, value])).toEqual([fault]);
});

test('a name that comes twice is the second row’s fault, whatever its case', () => {
  expect(faults(['X-Token', 'a'], ['x-token', 'b'], ['X-Other', 'c'])).toEqual([null, 'twice', null]);
});

test('headers come back from the form as they went into it, the user agent apart', () => {
  const headers = { 'User-Agent': 'Other/1.0', Cookie: 'a=b', 'X-Token': 'c' };
  const { userAgent, rows } = rowsOf(headers);
  expect(userAgent).toBe('Other/1.0');
  expect(rows.map(({ name }) => name)).toEqual(['Cookie', 'X-Token']);
  expect(headersOf(userAgent, rows)).toEqual(headers);
});

test('empty rows and an empty user agent say nothing', () => {
  expect(headersOf('  ', rowsFrom(['', ''], ['X-Token', 'a']))).toEqual({ 'X-Token': 'a' });
});

test.each([
  ['', true],
  ['Caravan for friends/2', true],
  ['کاروان', false],
])('the user agent %j can be sent: %j', (userAgent, isSound) => {
  expect(isUserAgentSound(userAgent)).toBe(isSound);
});
