import { spawnSync } from 'node:child_process';
import { at } from './project.mjs';

/** Runs npm and waits; what it says goes to stderr, or with `quiet` only its errors do. Gives whether it went well. */
export function npm(args, { cwd = at(), quiet = false } = {}) {
  // `npm run` says where npm is. Without it npm is a word on the PATH, on Windows a .cmd that needs a shell.
  const script = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.env.npm_execpath] : null;
  const run = spawnSync(script ? process.execPath : 'npm', [...(script ?? []), ...args], {
    cwd,
    shell: !script && process.platform === 'win32',
    stdio: ['ignore', quiet ? 'ignore' : 2, 2],
  });
  return run.status === 0;
}
