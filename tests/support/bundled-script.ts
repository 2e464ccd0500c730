import path from 'node:path';
import { build } from 'vite';

/** Puts a script with all it imports into one file of `folder`, as plain Node runs it: no loader in its way or memory. */
export async function bundledScript(script: string, folder: string): Promise<string> {
  const name = `${path.basename(script, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: script,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return path.join(folder, name);
}
