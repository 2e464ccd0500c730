// node build/run.mjs SCRIPT.ts [ARGS]: runs a script that starts Caravan, set up and built, with a display to start it on.
import { spawnSync } from 'node:child_process';
import { bundleIfChanged } from './bundle.mjs';
import { onDisplay } from './launch.mjs';
import { at } from './project.mjs';
import { fail } from './say.mjs';
import { setUp } from './set-up.mjs';

try {
  await setUp();
  bundleIfChanged();
  const [command, ...args] = onDisplay([process.execPath, '--import', 'tsx', ...process.argv.slice(2)]);
  process.exitCode = spawnSync(command, args, { cwd: at(), stdio: 'inherit' }).status ?? 1;
} catch (error) {
  fail(error);
}
