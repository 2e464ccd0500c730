#!/usr/bin/env node
// Does what electron-builder asks of `fpm -s dir -t deb`, with Debian's dpkg-deb, where fpm cannot be downloaded.
// For trying packages out; released ones are made by fpm itself.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const { options, inputs } = readArguments(process.argv.slice(2));
const one = (name) => options.get(name)?.[0];
if (one('-t') !== 'deb') throw new Error(`this makes deb packages only, not ${one('-t')}`);

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'caravan-deb-'));
try {
  fs.chmodSync(root, 0o755);
  for (const input of inputs) copyIn(input);
  writeControlFiles();
  const compression = (one('--deb-compression') ?? 'xz').replace(/^gz$/, 'gzip');
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, one('--package')], {
    stdio: 'inherit',
  });
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}

/** fpm's arguments: an option has one value and may come often; the rest are `from=to`. */
function readArguments(args) {
  const options = new Map();
  const inputs = [];
  while (args.length > 0) {
    const arg = args.shift();
    if (!arg.startsWith('-')) inputs.push(arg);
    else if (arg !== '--force' && arg !== '--debug') options.set(arg, [...(options.get(arg) ?? []), args.shift()]);
  }
  return { options, inputs };
}

function copyIn(input) {
  const split = input.lastIndexOf('=');
  const to = path.join(root, input.slice(split + 1));
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.cpSync(input.slice(0, split), to, { recursive: true, verbatimSymlinks: true });
  if (fs.statSync(to).isFile()) fs.chmodSync(to, 0o644);
}

function writeControlFiles() {
  const kilobytes = execFileSync('du', ['-sk', '--apparent-size', root], { encoding: 'utf8' }).split('\t')[0];
  const debian = path.join(root, 'DEBIAN');
  fs.mkdirSync(debian);
  const fields = Object.entries(control(kilobytes)).filter(([, value]) => value);
  fs.writeFileSync(path.join(debian, 'control'), fields.map(([name, value]) => `${name}: ${value}\n`).join(''));
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ]) {
    if (one(option)) fs.writeFileSync(path.join(debian, name), fs.readFileSync(one(option)), { mode: 0o755 });
  }
}

/** The fields of a binary package's control file (Debian policy 5.3). */
function control(kilobytes) {
  const [synopsis, ...description] = one('--description')
    .split('\n')
    .map((text) => text.trim());
  return {
    Package: one('--name'),
    Version: one('--version'),
    License: one('--license'),
    Vendor: one('--vendor'),
    Architecture: one('--architecture'),
    Maintainer: one('--maintainer'),
    'Installed-Size': kilobytes,
    Depends: options.get('-d')?.join(', '),
    Recommends: options.get('--deb-recommends')?.join(', '),
    Section: one('--category'),
    Priority: one('--deb-priority') ?? 'optional',
    Homepage: one('--url'),
    Description: [synopsis, ...description.filter(Boolean).map((text) => ` ${text}`)].join('\n'),
  };
}
