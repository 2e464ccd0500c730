import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../../electron/contract/answer';
import { calls } from '../../electron/contract/calls';
import { FAILURE_MESSAGES, Fault, failure } from '../../electron/contract/failures';
import { EVERYTHING } from '../../electron/contract/model';

const refused = (name: string, input: unknown) =>
  answer(
    { 'articles.mark': async () => ({ changed: 1 }), 'articles.markAll': async () => ({ changed: 0, undo: 'u' }) },
    name,
    input,
  );

test('a call that fits is answered with its value', async () => {
  expect(await refused('articles.mark', { ids: ['a1'], read: true })).toEqual({ ok: true, value: { changed: 1 } });
});

test.each([
  ['a name that the contract does not know', 'articles.burn', {}],
  ['a name of the prototype', 'constructor', {}],
  ['a call that nobody answers', 'refresh.cancel', {}],
  ['a field that is not in the schema', 'articles.mark', { ids: ['a1'], read: true, now: true }],
  ['a field of another type', 'articles.mark', { ids: ['a1'], read: 'yes' }],
  ['an id that Caravan never made', 'articles.mark', { ids: ['../core.json'], read: true }],
  ['more than the maximum', 'articles.mark', { ids: Array.from({ length: 5_001 }, () => 'a1'), read: true }],
  ['nothing at all', 'articles.mark', undefined],
  [
    'a term of an unknown kind',
    'articles.markAll',
    { filter: { ...EVERYTHING, all: [{ kind: 'colour', value: 'red' }] } },
  ],
])('%s is refused', async (_, name, input) => {
  expect(await refused(name, input)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
});

test('what a handler throws arrives as a failure with its facts', async () => {
  const thrown = await answer(
    { 'library.overview': () => Promise.reject(new Fault('gone', { url: 'https://a.example' })) },
    'library.overview',
    {},
  );
  expect(thrown).toEqual({ ok: false, failure: failure('gone', { url: 'https://a.example' }) });
  const bug = await answer(
    { 'library.overview': () => Promise.reject(new TypeError('x is not a function')) },
    'library.overview',
    {},
  );
  expect(bug).toMatchObject({ ok: false, failure: { code: 'unexpected', detail: { reason: 'x is not a function' } } });
});

test('anything at all is answered, never thrown, and changes no prototype', async () => {
  const names = fc.oneof(fc.constantFrom(...Object.keys(calls)), fc.string());
  await fc.assert(
    fc.asyncProperty(names, fc.anything(), async (name, input) => {
      const result = await answer({}, name, input);
      expect(result.ok).toBe(false);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});

test('every failure says what, with no hole left open when its facts are given', () => {
  for (const [code, template] of Object.entries(FAILURE_MESSAGES)) {
    const holes = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const { message } = failure(
      code as keyof typeof FAILURE_MESSAGES,
      Object.fromEntries(holes.map((name) => [name, 'x'])),
    );
    expect(message).not.toMatch(/[{}?]\s|\{|\}/);
  }
});
