import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from 'playwright/test';
import { build } from 'vite';
import { startContractServer } from '../core/fetching/contract-server';

const electron = createRequire(import.meta.url)('electron');

/** A bare app whose main process holds Electron's fetch against the contract that Node's fetch meets too. */
async function writeApp(folder: string): Promise<void> {
  await writeFile(
    path.join(folder, 'package.json'),
    '{"name":"contract","version":"1.0.0","type":"module","main":"main.mjs"}',
  );
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: path.join(import.meta.dirname, 'electron-fetch-contract.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  });
}

test('Electron’s fetch keeps the same contract as Node’s', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'caravan-contract-'));
  const server = await startContractServer();
  await writeApp(folder);
  const app = await _electron.launch({ executablePath: electron, args: [folder, '--disable-gpu', '--log-level=3'] });
  const outcomes = await app.evaluate(
    (_, base) =>
      (globalThis as unknown as { runContract(url: string): Promise<Record<string, string>> }).runContract(base),
    server.url,
  );
  await app.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
  expect(Object.keys(outcomes).length).toBeGreaterThan(10);
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'kept')).toEqual([]);
});
