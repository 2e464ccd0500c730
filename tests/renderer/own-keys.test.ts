import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { acceleratorOf, isBareKey, nameOfKey } from '../../renderer/commands/key-names';
import { boundKeys, giveKey, givenBack, holdersOf, isKept, keysIn, withKeys } from '../../renderer/commands/own-keys';

const next = { id: 'article.next', keys: ['j', 'ArrowDown'] };
const today = { id: 'view.today', keys: ['g t'] };
const find = { id: 'find.open', keys: ['Mod+f'] };
const sheet = { id: 'shortcuts.open', keys: ['?'] };
const all = [next, today, find, sheet];
const untouched = { keys: {}, letterKeys: true };

beforeAll(() => vi.stubGlobal('window', { caravan: { platform: 'linux' } }));

test('a command has the keys it came with until the reader chooses others', () => {
  expect(keysIn(next, untouched)).toEqual(['j', 'ArrowDown']);
  expect(keysIn(next, { ...untouched, keys: { 'article.next': ['x'] } })).toEqual(['x']);
  expect(keysIn(next, { ...untouched, keys: { 'article.next': [] } })).toEqual([]);
});

test('letters alone can be switched off, also as one of two; what else there is stays', () => {
  const chosen = { keys: {}, letterKeys: false };
  expect(all.map((command) => keysIn(command, chosen))).toEqual([['ArrowDown'], [], ['Mod+f'], []]);
  expect(['T', 'Shift+T', '+', '1'].every(isBareKey)).toBe(true);
  expect(['F3', 'Space', 'Home', 'Mod++', 'Shift+F3'].some(isBareKey)).toBe(false);
});

test('a key that begins another cannot be heard beside it', () => {
  expect(holdersOf('g', 'find.open', all, untouched)).toEqual([today]);
  expect(holdersOf('j x', 'find.open', all, untouched)).toEqual([next]);
  expect(holdersOf('x', 'find.open', all, untouched)).toEqual([]);
  expect(holdersOf('Mod+f', 'find.open', all, untouched)).toEqual([]);
});

test('a key is taken from who has it, whose other keys stay, and comes back with the command', () => {
  const keys = giveKey(untouched, find, 'j', all);
  expect(keys).toEqual({ 'article.next': ['ArrowDown'], 'find.open': ['j'] });
  const back = givenBack({ ...untouched, keys }, next, all);
  expect(back).toEqual({ 'find.open': [] });
  expect(withKeys({ keys: back }, find, ['Mod+f'])).toEqual({});
});

test('whatever is given and taken, no two commands hear the same key', () => {
  const step = fc.record({
    command: fc.constantFrom(...all),
    key: fc.constantFrom('j', 'g', 'g t', 'g x', 'Mod+f', '?'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 }), (steps) => {
      const keys = steps.reduce(
        (chosen, [{ command, key }, isBack]) =>
          isBack
            ? givenBack({ keys: chosen, letterKeys: true }, command, all)
            : giveKey({ keys: chosen, letterKeys: true }, command, key, all),
        {},
      );
      for (const command of all) {
        for (const key of boundKeys(command, { keys })) {
          expect(holdersOf(key, command.id, all, { keys, letterKeys: true })).toEqual([]);
        }
      }
    }),
  );
});

test('what writing, leaving and the sidebar need is no command’s', () => {
  expect(['Mod+c', 'Tab', 'Enter', 'F2', 'g Escape'].every(isKept)).toBe(true);
  expect(['Mod+g', 'F3', 'g t'].some(isKept)).toBe(false);
});

const press = { key: '', code: '', ctrl: false, meta: false, alt: false, shift: false };

test.each([
  [{ key: 'j', code: 'KeyJ' }, 'j'],
  [{ key: 'ت', code: 'KeyJ' }, 'j'],
  [{ key: 'K', code: 'KeyK', shift: true, ctrl: true }, 'Mod+Shift+k'],
  [{ key: 'T', code: 'KeyT', shift: true }, 'Shift+T'],
  [{ key: '?', code: 'Slash', shift: true }, '?'],
  [{ key: ' ', code: 'Space', shift: true }, 'Shift+Space'],
  [{ key: 'F3', code: 'F3', shift: true }, 'Shift+F3'],
  [{ key: 'Shift', code: 'ShiftLeft', shift: true }, null],
  [{ key: 'j', code: 'KeyJ', alt: true }, null],
])('%o is named %s', (pressed, name) => expect(nameOfKey({ ...press, ...pressed })).toBe(name));

test.each([
  ['Mod+k', 'CommandOrControl+K'],
  ['Mod+Shift+g', 'CommandOrControl+Shift+G'],
  ['Mod+,', 'CommandOrControl+,'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['F3', 'F3'],
  ['Shift+F3', 'Shift+F3'],
  ['j', null],
  ['g t', null],
  ['Shift+T', null],
  ['ArrowDown', null],
  ['Space', null],
])('%s is %s in the menu', (key, accelerator) => expect(acceleratorOf(key)).toBe(accelerator));
