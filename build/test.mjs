// npm test: from a fresh clone to the verdict. `npm test -- unit app` runs single stages.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { onDisplay } from './launch.mjs';
import { npm } from './npm.mjs';
import { at } from './project.mjs';
import { fail, Stop, say } from './say.mjs';
import { setUp } from './set-up.mjs';

/** Each stage gives how many tests passed and failed; the ones that are no tests count as one. */
const stages = {
  check: () => one(npm(['run', '--silent', 'check'])),
  build: () => one(succeeds(bundle)),
  unit: () => vitest([]),
  app: () => playwright(['--config', 'tests/app/playwright.config.ts']),
  package: () => vitest(['--config', 'build/vitest.package.config.ts']),
};

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'caravan-test-'));
try {
  const chosen = choose(process.argv.slice(2));
  await setUp();
  conclude(chosen.map(runStage));
} catch (error) {
  fail(error);
  conclude([{ name: 'set-up', passed: 0, failed: 1, seconds: 0 }]);
} finally {
  fs.rmSync(reports, { recursive: true, force: true });
}

function choose(names) {
  const unknown = names.find((name) => !Object.hasOwn(stages, name));
  if (unknown) throw new Stop(`There is no stage '${unknown}'. The stages are ${Object.keys(stages).join(', ')}.`);
  if (names.length === 0) return Object.keys(stages);
  // Every test may look at out/.
  const needed = names.some((name) => name !== 'check') ? ['build', ...names] : names;
  return Object.keys(stages).filter((name) => needed.includes(name));
}

function runStage(name) {
  say(`Stage: ${name}`);
  const started = performance.now();
  const result = { name, ...stages[name](), seconds: (performance.now() - started) / 1000 };
  say(line(result));
  return result;
}

function line({ name, passed, failed, seconds }) {
  return `${name.padEnd(8)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`;
}

function conclude(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${results.map(line).join('\n')}\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

function vitest(args) {
  const report = path.join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = run([process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]);
  return count(ok, report, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

function playwright(args) {
  const report = path.join(reports, 'playwright.json');
  const command = [process.execPath, 'node_modules/playwright/cli.js', 'test', '--reporter=list,json', ...args];
  const ok = run(onDisplay(command), { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  return count(ok, report, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }));
}

function run([command, ...args], env = {}) {
  return spawnSync(command, args, { cwd: at(), env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] }).status === 0;
}

/** What a report says, and one failure more when the run failed for a reason that is no test's. */
function count(ok, report, read) {
  const result = fs.existsSync(report) ? read(JSON.parse(fs.readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  fs.rmSync(report, { force: true });
  return ok || result.failed > 0 ? result : { ...result, failed: 1 };
}

function one(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function succeeds(work) {
  try {
    work();
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}
