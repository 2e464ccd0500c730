import path from 'node:path';
import { parseArgs } from 'node:util';
import { libraryIn } from '../core/library';

/**
 * The library that this window opens: `--library DIR`, else CARAVAN_LIBRARY, else the one in the user's own data.
 * Electron's and Chromium's own switches are passed over.
 */
export function chosenLibrary(argv: string[], env: NodeJS.ProcessEnv, userData: string): string {
  const { values } = parseArgs({ args: argv, options: { library: { type: 'string' } }, strict: false });
  const asked = values.library ?? env.CARAVAN_LIBRARY;
  return typeof asked === 'string' && asked !== '' ? path.resolve(asked) : libraryIn(userData);
}
