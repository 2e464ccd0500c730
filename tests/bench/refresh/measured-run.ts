import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started took. Seconds; megabytes at the most. */
export interface Run {
  wall: number;
  cpu: number;
  memory: number;
  output: string;
}

const LOOK_EVERY_MS = 20;

/** Runs a command to its end, its start included. Throws with what it said when it fails. */
export async function measuredRun(command: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  // The shell's own `time` knows the processor time of everything that has ended.
  const script = 'TIMEFORMAT="time %R %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'bash', ...command], { env: { ...process.env, ...env } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  let memory = 0;
  const looking = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid ?? 0))), LOOK_EVERY_MS);
  const [code] = await once(child, 'close');
  clearInterval(looking);
  const [, wall, user, system] = /time ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(errors) ?? [];
  if (code !== 0 || wall === undefined) throw new Error(`${command.join(' ')} failed: ${errors.slice(-2_000)}`);
  return { wall: Number(wall), cpu: Number(user) + Number(system), memory, output };
}

/** Megabytes in memory of a process and all its children, without the shell around them. */
function memoryOf(shell: number): number {
  return childrenOf(shell).reduce((sum, pid) => sum + residentOf(pid) + memoryOf(pid), 0);
}

function childrenOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // It has ended.
    return [];
  }
}

function residentOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    return 0;
  }
}
