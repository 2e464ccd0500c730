import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { electronInPlace } from './electron-runtime.mjs';
import { Stop, say } from './say.mjs';
import { noDisplay } from './system-packages.mjs';

/** A command as it must be run for its windows to have a place: under a virtual display where there is none. */
export function onDisplay(command) {
  if (!noDisplay) return command;
  say('There is no display here: using a virtual one (xvfb-run).');
  // Without -noreset the display starts anew whenever its last window closes, and an Electron that starts in that
  // moment dies (SIGSEGV after 300 ms, once in a thousand tests).
  return ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24 -noreset', ...command];
}

/**
 * Starts the Electron in place; `setUp` must have run.
 *
 * @param {string[]} args the folder or file of the app, then what is for it
 * @param {import('node:child_process').SpawnOptions} [options] env and stdio
 */
export function launchElectron(args, options) {
  return launch(electronInPlace().binary, args, options);
}

/**
 * Starts an Electron or an app packed with one, as it can be on this machine. End it with `stop(child)`.
 *
 * @param {string} binary
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] env and stdio
 */
export function launch(binary, args, { env = process.env, stdio = 'inherit' } = {}) {
  const [command, ...rest] = onDisplay([binary, ...switches(binary), ...args]);
  // A group of its own: a Ctrl-C in the terminal goes to the script alone, which ends things in order by stop().
  return spawn(command, rest, { env, stdio, detached: process.platform !== 'win32' });
}

/** Asks an Electron started here to quit, as Ctrl-C does; the virtual display goes after it. */
export function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (!noDisplay) child.kill('SIGINT');
  // Not xvfb-run nor its server: they would take the display away under Electron's feet.
  else for (const pid of childrenOf(child.pid)) if (nameOf(pid) !== 'Xvfb') process.kill(pid, 'SIGINT');
}

const childrenOf = (pid) =>
  fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
const nameOf = (pid) => fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim();

function switches(binary) {
  // No graphics card stands behind a virtual display, and no message bus: Chromium would go on about both.
  const quiet = noDisplay ? ['--disable-gpu', '--log-level=3'] : [];
  return [...sandboxSwitch(binary), ...quiet];
}

/** Chromium refuses to run sandboxed as root. Caravan itself never turns its sandbox off; only this script does. */
function sandboxSwitch(binary) {
  if (process.platform !== 'linux') return [];
  if (process.getuid() !== 0) {
    requireSandbox(binary);
    return [];
  }
  say('Running as root: Electron starts without its sandbox (--no-sandbox).');
  return ['--no-sandbox'];
}

/** Throws a Stop where the system (Ubuntu 24.04, many containers) denies Chromium the user namespaces it sandboxes with. */
function requireSandbox(binary) {
  const helper = path.join(path.dirname(binary), 'chrome-sandbox');
  const { uid, mode } = fs.statSync(helper);
  if (uid === 0 && mode & 0o4000) return;
  const unshare = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  if (unshare.error || unshare.status === 0) return;
  throw new Stop(
    `This system keeps Electron from sandboxing itself. Allow its helper to, then run this again:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}
