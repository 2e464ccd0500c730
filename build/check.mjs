// npm run check: types, lint, walls, dead code. All of them run, two at a time; what fails is printed whole.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { at } from './project.mjs';
import { say } from './say.mjs';

const bin = (name, file) => at('node_modules', name, file);

const checks = [
  { name: 'promises and hooks (eslint)', command: [bin('eslint', 'bin/eslint.js'), '.', '--max-warnings=0'] },
  { name: 'types (tsc)', command: [bin('typescript', 'bin/tsc'), '--noEmit'] },
  {
    name: 'types on the fallback Electron (tsc)',
    command: [bin('typescript', 'bin/tsc'), '--noEmit', '-p', 'build/tsconfig.electron-33.json'],
    // Its typings lie here only where the fallback runtime was needed.
    when: () => fs.existsSync(at('node_modules/.cache/electron-33/electron.d.ts')),
  },
  { name: 'lint and format (biome)', command: [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings'] },
  {
    name: 'walls (dependency-cruiser)',
    command: [
      bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
      '--config',
      'build/walls.cjs',
      'electron',
      'renderer',
    ],
  },
  { name: 'dead code (knip)', command: [bin('knip', 'bin/knip.js'), '--config', 'build/knip.json'] },
  {
    name: 'styles (stylelint)',
    command: [bin('stylelint', 'bin/stylelint.mjs'), '--config', 'build/stylelint.config.mjs', 'renderer/**/*.css'],
  },
];

function run({ name, command }) {
  return new Promise((done) => {
    const child = spawn(process.execPath, command, { cwd: at(), env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => done({ name, ok: code === 0, output }));
  });
}

const waiting = checks.filter(({ when }) => !when || when());
let failed = 0;

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { name, ok, output } = await run(next);
    say(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
    if (!ok) console.error(output);
    failed += ok ? 0 : 1;
  }
}

await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, work));
process.exitCode = failed === 0 ? 0 : 1;
