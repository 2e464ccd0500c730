import { expect, it } from 'vitest';
import { packed, unpacked } from '../../../electron/core/work/batches';

const items = Array.from({ length: 1_234 }, (_, at) => ({ id: String(at), html: 'snow راه 山口', tags: ['a', 'b'] }));

it('gives the items back in their order', async () => {
  expect(await unpacked(packed(items))).toEqual(items);
  expect(await unpacked(packed([]))).toEqual([]);
});

it('takes few items at a time, and one alone that is long', () => {
  expect(packed(items).length).toBe(Math.ceil(items.length / 50));
  expect(packed(Array.from({ length: 4 }, () => ({ html: 'x'.repeat(300_000) })))).toHaveLength(4);
});

it('hands over whole buffers, so that each can change hands by itself', () => {
  for (const { byteOffset, byteLength, buffer } of packed(items)) {
    expect([byteOffset, byteLength]).toEqual([0, buffer.byteLength]);
  }
});
