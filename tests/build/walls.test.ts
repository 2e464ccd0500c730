import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const { forbidden } = createRequire(import.meta.url)(path.join(project, 'build/walls.cjs')) as {
  forbidden: { name: string }[];
};

/** For each wall a file that breaks it: where it lies and what it imports. */
const BREAKERS: Record<string, [file: string, imports: string]> = {
  contract: ['electron/contract/breaks.ts', 'node:fs'],
  parsing: ['electron/core/parsing/breaks.ts', '../store/target'],
  fetching: ['electron/core/fetching/breaks.ts', '../parsing/target'],
  extracting: ['electron/core/extracting/breaks.ts', '../fetching/target'],
  pictures: ['electron/core/pictures/breaks.ts', '../fetching/target'],
  keeping: ['electron/core/keeping/breaks.ts', '../parsing/target'],
  articles: ['electron/core/articles/breaks.ts', '../store/target'],
  search: ['electron/core/search/breaks.ts', '../store/target'],
  output: ['electron/core/output/breaks.ts', '../store/target'],
  store: ['electron/core/store/breaks.ts', '../articles/target'],
  reading: ['electron/core/reading/breaks.ts', '../fetching/target'],
  subscriptions: ['electron/core/subscriptions/breaks.ts', '../extracting/target'],
  archive: ['electron/core/archive/breaks.ts', '../extracting/target'],
  storage: ['electron/core/storage/breaks.ts', '../parsing/target'],
  trips: ['electron/core/trips/breaks.ts', '../fetching/target'],
  work: ['electron/core/work/breaks.ts', '../store/target'],
  core: ['electron/core/breaks.ts', '../shell/target'],
  shell: ['electron/shell/breaks.ts', '../core/store/target'],
  main: ['electron/main.ts', './core/store/target'],
  preload: ['electron/preload.ts', './core/store/target'],
  cli: ['electron/cli.ts', './shell/target'],
  'renderer-article': ['renderer/article/breaks.ts', '../sidebar/target'],
  'renderer-article-list': ['renderer/article-list/breaks.ts', '../sidebar/target'],
  'renderer-commands': ['renderer/commands/breaks.ts', '../sidebar/target'],
  'renderer-feeds': ['renderer/feeds/breaks.ts', '../sidebar/target'],
  'renderer-search': ['renderer/search/breaks.ts', '../sidebar/target'],
  'renderer-settings': ['renderer/settings/breaks.ts', '../sidebar/target'],
  'renderer-sidebar': ['renderer/sidebar/breaks.ts', '../article/target'],
  'renderer-trips': ['renderer/trips/breaks.ts', '../sidebar/target'],
  'renderer-welcome': ['renderer/welcome/breaks.ts', '../sidebar/target'],
  'renderer-window': ['renderer/window/breaks.ts', '../sidebar/target'],
  'renderer-state': ['renderer/state/breaks.ts', '../sidebar/target'],
  'renderer-ui': ['renderer/ui/breaks.ts', '../sidebar/target'],
  'renderer-words': ['renderer/words/breaks.ts', '../sidebar/target'],
  'lowdb-only-in-the-store': ['electron/core/subscriptions/lowdb.ts', 'lowdb'],
  'ui-knows-no-domain': ['renderer/ui/domain.ts', '../state/target'],
  'state-knows-no-screen': ['renderer/state/screen.ts', '../ui/target'],
  'renderer-reaches-only-the-contract': ['renderer/app.ts', '../electron/core/store/target'],
  'nobody-imports-tests-or-build': ['electron/shell/tests.ts', '../../tests/target'],
  'no-cycles': ['renderer/sidebar/cycle.ts', './cycle'],
  'nothing-unresolved': ['electron/shell/unresolved.ts', './is-not-there'],
};

const TARGETS = [
  ...['store', 'parsing', 'fetching', 'extracting', 'articles'].map((room) => `electron/core/${room}`),
  'electron/shell',
  ...['sidebar', 'article', 'state', 'ui'].map((room) => `renderer/${room}`),
  'tests',
];

let tree = '';

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
}

beforeAll(() => {
  tree = mkdtempSync(path.join(os.tmpdir(), 'caravan-walls-'));
  for (const file of ['build/walls.cjs', 'tsconfig.json', 'package.json'])
    cpSync(path.join(project, file), path.join(tree, file));
  symlinkSync(path.join(project, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
  for (const room of TARGETS) write(`${room}/target.ts`, 'export const target = 1;\n');
  for (const [file, imports] of Object.values(BREAKERS)) write(file, `import '${imports}';\n`);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** The names of the rules that dependency-cruiser finds broken in a tree. */
function brokenIn(cwd: string): string[] {
  const cli = path.join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cli, '--config', 'build/walls.cjs', '--output-type', 'json', 'electron', 'renderer'];
  const report = JSON.parse(execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 64e6 })) as {
    summary: { totalCruised: number; violations: { rule: { name: string } }[] };
  };
  // It once passed on nothing: a count of files keeps that from going unseen.
  expect(report.summary.totalCruised).toBeGreaterThan(20);
  return [...new Set(report.summary.violations.map(({ rule }) => rule.name))];
}

test('each wall falls when somebody breaks it', () => {
  expect(Object.keys(BREAKERS).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  expect(brokenIn(tree).sort()).toEqual(Object.keys(BREAKERS).sort());
});

test('no wall of Caravan is broken', () => {
  expect(brokenIn(project)).toEqual([]);
});
