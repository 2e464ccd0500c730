// What the stand-in Electron (see stand-in-electron.mjs) runs for `electron [-r module] path`: it comes without one.
// It lives in resources/default_app.asar there and is never part of Caravan.
import { readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { preloads, target } = readArguments(process.argv.slice(1));
if (preloads.length > 0) Module._preloadModules(preloads);
const main = locate(path.resolve(target));
// At top level on purpose: Electron holds back 'ready' until this module is done, so that main can register schemes.
await import(pathToFileURL(main).href).catch(giveUp);

function readArguments(args) {
  const preloads = [];
  while (args.length > 0) {
    const arg = args.shift();
    if (arg === '-r' || arg === '--require') preloads.push(args.shift());
    else if (arg === '-v' || arg === '--version') quit(`v${process.versions.electron}`, 0);
    else if (!arg.startsWith('-')) return { preloads, target: arg };
  }
  return quit('usage: electron [-r module] path', 1);
}

/** The main file of a project folder, whose name and version become the app's; or the file itself. */
function locate(target) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  try {
    const isFolder = statSync(target).isDirectory();
    if (isFolder) {
      const manifest = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
      app.setVersion(manifest.version);
      app.name = manifest.productName ?? manifest.name;
    }
    app.setAppPath(isFolder ? target : path.dirname(target));
    return Module._resolveFilename(target, null, true);
  } catch (error) {
    return giveUp(error);
  }
}

function giveUp(error) {
  quit(error.stack, 1);
}

function quit(text, code) {
  console.error(text);
  process.exit(code);
}
