import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseQuery } from '../../../electron/contract/query';
import { type BodyRecord, packBody } from '../../../electron/core/store/body-record';
import type { Finder } from '../../../electron/core/work/finder';
import { finderHere } from '../../../electron/core/work/finder-here';
import { startFinder } from '../../../electron/core/work/finder-thread';
import { bundledScript } from '../../support/bundled-script';
import { temporaryFolder } from '../library/temporary';

const EMPTY: BodyRecord = {
  title: '',
  link: null,
  author: null,
  summary: '',
  picture: null,
  published: null,
  updated: null,
  arrived: 0,
  language: null,
  words: 0,
  tags: [],
  hash: '',
  guid: null,
  html: '',
  enclosures: [],
};

const body = (html: string) => packBody({ ...EMPTY, html });
const IDS = ['border', 'post', 'chinese', 'torn'];
const article = (id: string, title: string, html: string, stamp = 1) => ({
  id,
  number: IDS.indexOf(id),
  stamp,
  title,
  body: body(html),
});
const words = (typed: string) => parseQuery(typed).words;

const ARTICLES = [
  article('border', 'Two crossings', '<p>Lorries cross the <b>border post</b> again.</p><p>Then nothing.</p>'),
  article('post', 'The post', '<p>A letter crossed the border.</p>'),
  article('chinese', '口岸', '<p>中国与伊朗的贸易增长。</p>'),
];

let built = '';
let script: URL;
beforeAll(async () => {
  built = await mkdtemp(path.join(tmpdir(), 'caravan-finder-'));
  script = pathToFileURL(await bundledScript('electron/core/work/finder-worker.ts', built));
});
afterAll(() => rm(built, { recursive: true, force: true }));

describe.each<[string, () => Finder]>([
  ['here', finderHere],
  ['in a thread', () => startFinder(script)],
])('a finder %s', (_, start) => {
  const started = (): Finder => {
    const finder = start();
    onTestFinished(() => finder.close());
    return finder;
  };
  const found = async (finder: Finder, typed: string): Promise<unknown[]> =>
    Array.from((await finder.find(words(typed))).numbers, (number) => IDS[number]).sort();

  it('finds what it was given, also after a restart, in the version that came last', async () => {
    const folder = path.join(await temporaryFolder(), 'search');
    const finder = started();
    expect(await finder.open(folder)).toEqual({ ids: [], stamps: new Uint32Array() });
    await finder.add(ARTICLES);
    expect(await found(finder, 'border post')).toEqual(['border', 'post']);
    await finder.save();
    await finder.add([article('post', 'The parcel', '<p>Something else.</p>', 2)]);
    await finder.remove(['chinese']);
    await finder.save();
    await finder.close();

    const again = started();
    const { ids, stamps } = await again.open(folder);
    expect(new Map(ids.map((id, n) => [id, stamps[n]]))).toEqual(
      new Map([
        ['border', 1],
        ['post', 2],
      ]),
    );
    await again.number(Int32Array.from(ids, (id) => IDS.indexOf(id)));
    expect([await found(again, 'post'), await found(again, 'parcel')]).toEqual([['border'], ['post']]);
  });

  it('deletes what is damaged or strange in its folder, and begins anew', async () => {
    const folder = path.join(await temporaryFolder(), 'search');
    const finder = started();
    await finder.open(folder);
    await finder.add(ARTICLES);
    await finder.save();
    await finder.close();
    const [name = ''] = await readdir(folder);
    const bytes = await readFile(path.join(folder, name));
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    await writeFile(path.join(folder, name), bytes);
    await writeFile(path.join(folder, 'segment-9.bin.tmp'), 'half');
    const again = started();
    expect((await again.open(folder)).ids).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    await again.add(ARTICLES);
    expect(await found(again, 'lorries')).toEqual(['border']);
  });

  it('finds an article whose text is damaged by its headline, and asks for it again', async () => {
    const finder = started();
    const folder = path.join(await temporaryFolder(), 'search');
    await finder.open(folder);
    await finder.add([
      { id: 'torn', number: 3, stamp: 7, title: 'Torn page', body: new Uint8Array([1, 2, 3]) },
      ...ARTICLES,
    ]);
    expect([await found(finder, 'torn'), await found(finder, 'lorries')]).toEqual([['torn'], ['border']]);
    await finder.save();
    await finder.close();
    const { ids, stamps } = await started().open(folder);
    expect(stamps[ids.indexOf('torn')]).toBe(0);
  });

  it('tells a phrase from its words', async () => {
    const finder = started();
    await finder.open(path.join(await temporaryFolder(), 'search'));
    expect(await finder.havePhrases(words('"border post"'), ARTICLES)).toEqual([true, false, false]);
    expect(await finder.havePhrases(words('-"border post"'), ARTICLES)).toEqual([false, true, true]);
    expect(await finder.havePhrases(words('"again then"'), ARTICLES)).toEqual([true, false, false]);
    expect(await finder.havePhrases(words('title:"the post"'), ARTICLES)).toEqual([false, true, false]);
    expect(await finder.havePhrases(words('"伊朗的贸易"'), ARTICLES)).toEqual([false, false, true]);
  });

  it('shows where it found something', async () => {
    const finder = started();
    await finder.open(path.join(await temporaryFolder(), 'search'));
    const [one, , three] = await finder.snippets(words('border 贸易'), ARTICLES);
    const shown = one?.marks.map(([from, to]) => one.text.slice(from, to));
    expect([one?.text, shown]).toEqual(['Lorries cross the border post again. Then nothing.', ['border']]);
    expect(three?.marks.map(([from, to]) => three.text.slice(from, to))).toEqual(['贸易']);
  });

  it('says of a folder that cannot be read why, and goes on', async () => {
    const folder = path.join(await temporaryFolder(), 'file');
    await writeFile(folder, '');
    const finder = started();
    await expect(finder.open(folder)).rejects.toThrow();
    await finder.add(ARTICLES);
    expect(await found(finder, 'lorries')).toEqual(['border']);
  });
});
