// npm start: from a fresh clone to the open window. What follows `--` goes to Caravan.
import { bundleIfChanged } from './bundle.mjs';
import { launchElectron, stop } from './launch.mjs';
import { at } from './project.mjs';
import { fail, say } from './say.mjs';
import { setUp } from './set-up.mjs';

async function start(args) {
  await setUp();
  bundleIfChanged();
  const caravan = launchElectron([at(), ...args]);
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      asked = true;
      stop(caravan);
    });
  }
  caravan.on('error', fail);
  caravan.on('exit', (code, signal) => {
    if (asked || code === 0) return;
    say(`Caravan ended with ${signal ?? `exit code ${code}`}.`);
    process.exitCode = 1;
  });
}

await start(process.argv.slice(2)).catch(fail);
