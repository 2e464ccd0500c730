import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Control, startControl } from './control';

let control: Control;
let done = 0;
beforeEach(async () => {
  done = 0;
  control = await startControl({ cut: () => `Cut ${++done}.` });
});
afterEach(() => control.close());

it('does a deed when it is posted to, and says so', async () => {
  const response = await fetch(`${control.address}/cut`, { method: 'POST' });
  expect([response.status, await response.text()]).toEqual([200, 'Cut 1.\n']);
});

it('does nothing for a look, and names its deeds to who asks for another', async () => {
  expect((await fetch(`${control.address}/cut`)).status).toBe(405);
  const unknown = await fetch(`${control.address}/constructor`, { method: 'POST' });
  expect([unknown.status, await unknown.text()]).toEqual([404, 'There is cut.\n']);
  expect(done).toBe(0);
});
