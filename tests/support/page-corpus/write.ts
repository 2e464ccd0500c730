import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { corpus } from './corpus';

/** Writes the corpus anew: `npx tsx tests/support/page-corpus/write.ts`. */
const folder = path.resolve(import.meta.dirname, '../../fixtures/pages');
for (const [part, pages] of Object.entries(corpus())) {
  const at = path.join(folder, part);
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at, { recursive: true });
  for (const { name, html, expected } of pages) {
    writeFileSync(path.join(at, `${name}.html`), html);
    writeFileSync(path.join(at, `${name}.json`), `${JSON.stringify(expected, null, 2)}\n`);
  }
}
