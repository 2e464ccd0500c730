import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { bundledScript } from '../../support/bundled-script';
import { openLibrary, temporaryFolder } from './temporary';

const SCRIPT = fileURLToPath(new URL('./opening-child.ts', import.meta.url));
const CONTENDERS = 4;
const ROUNDS = 8;

interface Contender {
  child: ChildProcessByStdio<Writable, Readable, null>;
  lines: Interface;
}

async function contender(script: string, folder: string): Promise<Contender> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return { child, lines };
}

async function tryToOpen({ child, lines }: Contender): Promise<string> {
  const answer = once(lines, 'line');
  child.stdin.write('go\n');
  return String(await answer);
}

async function kill({ child }: Contender): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

it('of several processes that open a library at once, one gets it; when that dies, one of the next does', async () => {
  const folder = await temporaryFolder();
  const script = await bundledScript(SCRIPT, await temporaryFolder());
  const refusals = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const contenders = await Promise.all(Array.from({ length: CONTENDERS }, () => contender(script, folder)));
    const answers = await Promise.all(contenders.map(tryToOpen));
    expect(
      answers.filter((answer) => answer === 'opened'),
      `round ${round}`,
    ).toHaveLength(1);
    for (const answer of answers) if (answer !== 'opened') refusals.add(answer);
    await Promise.all(contenders.map(kill));
  }
  expect([...refusals]).toEqual(['library-in-use']);
  await (await openLibrary(folder)).close();
}, 60_000);
