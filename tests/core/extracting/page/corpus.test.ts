import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { workInThisThread } from '../../../../electron/core/work/in-this-thread';
import { mistakesIn } from '../../../support/page-corpus/mistakes';
import type { Expected } from '../../../support/page-corpus/parts';

const FOLDER = path.resolve(import.meta.dirname, '../../../fixtures/pages');
/** Of every hundred pages so many must be wholly right. */
const BAR = 0.95;

/** `seen` were there while the extraction was made to fit, `held` were not looked at. */
describe.each(['seen', 'held'])('the pages of the corpus that were %s', (part) => {
  it('are right in 95 of 100', async () => {
    const at = path.join(FOLDER, part);
    const names = readdirSync(at).filter((name) => name.endsWith('.json'));
    const wrong: string[] = [];
    for (const name of names) {
      const expected = JSON.parse(readFileSync(path.join(at, name), 'utf8')) as Expected;
      const bytes = readFileSync(path.join(at, name.replace(/json$/, 'html')));
      const options = { contentType: expected.contentType ?? null, url: expected.url };
      const mistakes = await workInThisThread.extractPage(bytes, options).then(
        ({ page }) => mistakesIn(page, expected),
        (error: Error) => [error.message],
      );
      if (mistakes.length > 0) wrong.push(`${name}: ${mistakes.join('; ')}`);
    }
    console.info(`${part}: ${names.length - wrong.length} of ${names.length} right\n${wrong.join('\n')}`);
    expect(1 - wrong.length / names.length, wrong.join('\n')).toBeGreaterThanOrEqual(BAR);
  });
});
