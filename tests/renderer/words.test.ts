import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { en } from '../../renderer/words/en';
import { fa } from '../../renderer/words/fa';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const CATALOGUES = { en, fa };
const renderer = path.resolve(import.meta.dirname, '../../renderer');

function flat(words: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** The count may stay unsaid in one form of a plural (“every hour”). */
const holes = (text: string, key: string) =>
  [...text.matchAll(/\{(\w+)/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'count' || !PLURAL.test(key))
    .sort();

test.each(Object.entries(CATALOGUES))(
  '%s has every word, every plural, and every hole of English',
  (language, words) => {
    const [own, english] = [flat(words), flat(en)];
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of english) {
      const wanted = PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key];
      for (const one of wanted) {
        expect(own.get(one), `${language} ${one}`).toBeTruthy();
        expect(holes(own.get(one) ?? '', one), `${language} ${one}`).toEqual(holes(text, key));
      }
    }
  },
);

test('no text of the window is written into its code', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const written = files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(renderer, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    );
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(`${file}: ${node.text.trim()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
  expect(written).toEqual([]);
});
