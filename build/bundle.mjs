import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './project.mjs';
import { fail, Stop, say } from './say.mjs';

const sources = ['electron', 'renderer', 'build/electron.vite.config.ts', 'package-lock.json'];
const outputs = ['main.js', 'preload.cjs', 'worker.js', 'finder.js', 'cli.js', 'renderer/index.html'].map(
  (name) => `out/${name}`,
);

/** Builds out/ from the sources. */
export function bundle() {
  say('Building.');
  // Chunks have their hash in their name: old ones would pile up, and be packed.
  fs.rmSync(at('out'), { recursive: true, force: true });
  const cli = at('node_modules/electron-vite/bin/electron-vite.js');
  const args = [cli, 'build', '--config', at('build/electron.vite.config.ts'), '--logLevel', 'warn'];
  const run = spawnSync(process.execPath, args, { cwd: at(), stdio: ['ignore', 2, 2] });
  if (run.status !== 0) throw new Stop('The build failed (see above).');
}

/** Builds unless everything in out/ is newer than every source. */
export function bundleIfChanged() {
  const built = Math.min(...outputs.map((file) => changed(file) ?? 0));
  if (Math.max(...sources.map(newest)) >= built) bundle();
}

/** When a file or anything in a folder changed last. Folders count too, since a deletion changes nothing else. */
function newest(source) {
  const inside = fs.statSync(at(source)).isDirectory() ? fs.readdirSync(at(source), { recursive: true }) : [];
  return Math.max(changed(source), ...inside.map((name) => changed(`${source}/${name}`) ?? 0));
}

const changed = (file) => fs.statSync(at(file), { throwIfNoEntry: false })?.mtimeMs;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    bundle();
  } catch (error) {
    fail(error);
  }
}
