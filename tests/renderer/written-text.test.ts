import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writtenTexts } from './written-text';

const project = path.resolve(import.meta.dirname, '../..');

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));

test('no text of the window or of the system’s menus and dialogs is written into the code', () => {
  const files = [...filesIn('renderer', '.tsx'), ...filesIn('electron/shell', '.ts'), 'electron/main.ts'];
  const written = files.flatMap((file) =>
    writtenTexts(file, readFileSync(path.join(project, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(files.length).toBeGreaterThan(80);
  expect(written).toEqual([]);
});

test.each([
  ['between tags', '<p>Hello</p>', ['Hello']],
  ['in braces', "<p>{'Hello'}</p>", ['Hello']],
  ['in a condition', "<p>{open ? 'Open' : t('shut')}</p>", ['Open']],
  ['behind a condition', "<p>{open && 'Open'}</p>", ['Open']],
  ['as a fallback', "<p>{name ?? 'Untitled'}</p>", ['Untitled']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source
  ['in a template', '<p>{`${count} articles`}</p>', ['articles']],
  ['in a sum', "<p>{count + ' articles'}</p>", ['articles']],
  ['in another script', '<p>سلام</p>', ['سلام']],
  ['as a label', '<IconButton label="Save" />', ['Save']],
  ['as a name', "<div aria-label={'Save'} />", ['Save']],
  ['as a title', '<div title={open ? `Open` : `Shut`} />', ['Open', 'Shut']],
  ['as a placeholder', '<input placeholder="Type" />', ['Type']],
  ['for a key that there is not', "<Setting label={'settings.nothing'} />", ['settings.nothing']],
  ['for a picture', '<img alt="A map" />', ['A map']],
  ['in a menu', "Menu.buildFromTemplate([{ label: 'File' }])", ['File']],
  ['in a dialog', "dialog.showMessageBox({ message: 'Gone', detail: 'For good' })", ['Gone', 'For good']],
  ['in a box', "dialog.showErrorBox('Cannot open', reason)", ['Cannot open']],
])('a text %s is found', (_, source, texts) =>
  expect(writtenTexts('a.tsx', `const a = (open: boolean) => ${source};`)).toEqual(texts),
);

test.each([
  ['a key of the words', "{ label: 'settings.theme' }"],
  ['what the words say', "<p>{t('list.count', { count })}</p>"],
  ['signs and digits', '<p> · 12 – </p>'],
  ['the program’s name', '<Window title="Caravan" />'],
  ['what is compared', "<p>{kind === 'feed' && name}</p>"],
  ['what is not shown', '<div className="row" role="grid" dir="auto" />'],
  ['a list of parts', "<p>{[one, two].join(', ')}</p>"],
])('%s is no text', (_, source) => expect(writtenTexts('a.tsx', `const a = (kind: string) => ${source};`)).toEqual([]));
