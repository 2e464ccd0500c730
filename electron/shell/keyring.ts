import type { SafeStorage } from 'electron';
import type { LibraryOptions } from '../core/library';

type Keyring = NonNullable<LibraryOptions['keyring']>;

/** What Electron falls back to on Linux where there is no keyring: a key that stands in its source. */
const NO_KEYRING = 'basic_text';

/**
 * The system's keyring by way of Electron's safeStorage: Keychain, DPAPI, or the Secret Service on Linux. What it seals is
 * Base64. Ask it only once the app is ready.
 */
export function systemKeyring(storage: SafeStorage, platform: NodeJS.Platform): Keyring {
  return {
    isThere: () =>
      storage.isEncryptionAvailable() && (platform !== 'linux' || storage.getSelectedStorageBackend() !== NO_KEYRING),
    seal: (secret) => storage.encryptString(secret).toString('base64'),
    open: (sealed) => storage.decryptString(Buffer.from(sealed, 'base64')),
  };
}
