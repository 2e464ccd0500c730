import type { SafeStorage } from 'electron';
import { expect, test } from 'vitest';
import { systemKeyring } from '../../electron/shell/keyring';

/** Electron's safeStorage as a system may have it; turns each byte over, which no text survives readably. */
const storageOf = (isAvailable: boolean, backend: string): SafeStorage => {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  const storage: Partial<SafeStorage> = {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend as ReturnType<SafeStorage['getSelectedStorageBackend']>,
    encryptString: (text) => turned(Buffer.from(text)),
    decryptString: (bytes) => turned(bytes).toString(),
  };
  return storage as SafeStorage;
};

test.each([
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'kwallet6', true],
  ['linux', true, 'basic_text', false],
  ['linux', false, 'gnome_libsecret', false],
  // Only Linux has a choice of backends; elsewhere Electron may not answer that at all.
  ['darwin', true, 'basic_text', true],
  ['win32', true, 'basic_text', true],
  ['win32', false, 'unknown', false],
] as const)('on %s, encryption %s, kept by %s: is there a keyring? %s', (platform, isAvailable, backend, isThere) => {
  expect(systemKeyring(storageOf(isAvailable, backend), platform).isThere()).toBe(isThere);
});

test('what it seals is Base64 that does not say it, and opens as it was', () => {
  const keyring = systemKeyring(storageOf(true, 'gnome_libsecret'), 'linux');
  const sealed = keyring.seal('گذرواژه and password');
  expect(sealed).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(Buffer.from(sealed, 'base64').toString()).not.toContain('password');
  expect(keyring.open(sealed)).toBe('گذرواژه and password');
});
