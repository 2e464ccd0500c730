import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface BuiltCli {
  /** The file to run. */
  file: string;
  /** Runs it to its end. */
  run(...args: string[]): Promise<Finished>;
  /** Runs it with `--json` and reads what it prints. */
  json(...args: string[]): Promise<unknown>;
  remove(): Promise<void>;
}

/** The headless command as it is shipped: bundled, with its worker beside it. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-cli-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rollupOptions: {
        input: {
          cli: path.join(ROOT, 'electron/cli.ts'),
          worker: path.join(ROOT, 'electron/core/work/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  const file = path.join(folder, 'cli.js');
  const run = (...args: string[]): Promise<Finished> => runNode([file, ...args]);
  return {
    file,
    run,
    async json(...args) {
      const { stdout, stderr } = await run(...args, '--json');
      if (!stdout) throw new Error(stderr);
      return JSON.parse(stdout);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function runNode(args: string[]): Promise<Finished> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
