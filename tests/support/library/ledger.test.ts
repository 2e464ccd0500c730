import { expect, it } from 'vitest';
import { Ledger } from './ledger';

const mark = (read: boolean) => ({ kind: 'mark', articles: [1], read }) as const;
const found = (read: boolean) => new Map([['1 read', read]]);

it('wants what was acknowledged', () => {
  const ledger = new Ledger();
  ledger.acknowledge(ledger.ask(mark(true)));
  expect(ledger.lostIn(found(true))).toEqual([]);
  expect(ledger.lostIn(found(false))).toEqual(['1 read is false, not true']);
  expect(ledger.lostIn(new Map())).toEqual(['1 read is false, not true']);
});

it('allows what was asked for later, and nothing of before', () => {
  const ledger = new Ledger();
  const [first, second] = [ledger.ask(mark(true)), ledger.ask(mark(false))];
  expect(ledger.lostIn(found(true))).toEqual([]);
  ledger.acknowledge(second);
  ledger.acknowledge(first);
  expect(ledger.lostIn(found(true))).toEqual(['1 read is true, not false']);
});

it('wants what was found to stay', () => {
  const ledger = new Ledger();
  ledger.ask(mark(true));
  ledger.settle(found(false));
  expect(ledger.lostIn(found(true))).toEqual(['1 read is true, not false']);
});
