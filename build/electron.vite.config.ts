import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = path.resolve(import.meta.dirname, '..');
const at = (...parts: string[]) => path.join(root, ...parts);

/** The WebAssembly of the picture codecs, which electron/core/pictures/codecs.ts reads beside the program. */
const CODECS = [
  'jpeg/codec/dec/mozjpeg_dec.wasm',
  'jpeg/codec/enc/mozjpeg_enc.wasm',
  'png/codec/pkg/squoosh_png_bg.wasm',
  'webp/codec/dec/webp_dec.wasm',
  'avif/codec/dec/avif_dec.wasm',
].map((name) => at('node_modules/@jsquash', name));

const copyCodecs = {
  name: 'copy-codecs',
  writeBundle() {
    mkdirSync(at('out/codecs'), { recursive: true });
    for (const file of CODECS) copyFileSync(file, at('out/codecs', path.basename(file)));
  },
};

// Everything is bundled, so that the package carries no node_modules and start-up reads few files.
export default defineConfig({
  main: {
    plugins: [copyCodecs],
    build: {
      outDir: at('out'),
      emptyOutDir: false,
      externalizeDeps: false,
      target: 'node20',
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          worker: at('electron/core/work/worker.ts'),
          finder: at('electron/core/work/finder-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out'),
      emptyOutDir: false,
      // A sandboxed preload is one CommonJS file with nothing beside it.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 1_000,
      minify: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
    },
  },
});
