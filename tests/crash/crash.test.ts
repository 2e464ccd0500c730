import { expect, it } from 'vitest';
import { temporaryFolder } from '../core/library/temporary';
import { crash } from './rounds';

it('has everything that it acknowledged when it is killed at any moment', async () => {
  const report = await crash(40, await temporaryFolder(), String(Date.now()));
  expect(report.lost).toEqual([]);
  expect(report.damaged).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(40);
}, 180_000);
