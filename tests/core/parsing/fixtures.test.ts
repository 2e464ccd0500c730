import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toFailure } from '../../../electron/contract/failures';
import { workInThisThread } from '../../../electron/core/work/in-this-thread';

/** What stands beside each feed: how it came, and the part of the outcome that its name is about. */
interface Expectation {
  contentType?: string;
  url?: string;
  feed?: Record<string, unknown>;
  failure?: { code: string; detail: Record<string, unknown> };
}

const folder = new URL('../../fixtures/feeds/', import.meta.url);
const files = readdirSync(folder);
const expectations = files.filter((file) => file.endsWith('.json') && !file.endsWith('.feed.json'));

const cases = expectations.map((file) => {
  const name = file.slice(0, -'.json'.length);
  const feed = files.find((other) => other !== file && other.startsWith(`${name}.`));
  if (!feed) throw new Error(`${file} has no feed beside it`);
  const expected: Expectation = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return { name, bytes: readFileSync(new URL(feed, folder)), expected };
});

it.each(cases)('$name', async ({ bytes, expected: { contentType = null, url = null, feed, failure } }) => {
  const parsed = workInThisThread.readFeed(bytes, { contentType, url });
  if (failure) expect(toFailure(await parsed.catch((error: unknown) => error))).toMatchObject(failure);
  else expect(await parsed).toMatchObject(feed ?? {});
});

it('has a feed and an expectation for each name', () => {
  expect(files.length).toBe(cases.length * 2);
  expect(cases.length).toBeGreaterThanOrEqual(460);
});
