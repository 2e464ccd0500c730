import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: a Node too old for it must get as far as being told so.
const root = fileURLToPath(new URL('..', import.meta.url));

/** The absolute path of something in the project; with no parts, of the project itself. */
export const at = (...parts) => path.resolve(root, ...parts);
