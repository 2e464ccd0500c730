import { readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import yazl from 'yazl';
import { EVERYTHING } from '../../../electron/contract/model';
import { openLibrary, temporaryFolder } from '../library/temporary';
import { contents, keepPaper, openPapers } from '../store/papers';

const MANIFEST = { format: 'caravan-archive', version: 1, made: '2026-03-21T12:00:00.000Z', feeds: 1, articles: 0 };
const FEED = {
  id: 'abc',
  address: 'https://paper.example/feed',
  title: 'Paper',
  site: null,
  folders: [],
  followed: true,
};

type Entries = Record<string, string | Buffer>;

const entries = (more: Entries = {}): Entries => ({
  'library.json': JSON.stringify({ feeds: [FEED], settings: null }),
  'manifest.json': JSON.stringify(MANIFEST),
  ...more,
});

async function zipped(content: Entries): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of Object.entries(content)) zip.addBuffer(Buffer.from(bytes), name);
  zip.end();
  return buffer(zip.outputStream);
}

const renamed = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
const bomb = Buffer.alloc(60_000_000, ' ');
const withFeed = (feed: object): Entries =>
  entries({ 'library.json': JSON.stringify({ feeds: [{ ...FEED, ...feed }], settings: null }) });
const withManifest = (manifest: object): Entries => entries({ 'manifest.json': JSON.stringify(manifest) });

const HOSTILE: [string, string, () => Promise<Buffer> | Buffer][] = [
  ['nothing', 'not-an-archive', () => Buffer.alloc(0)],
  ['a text', 'not-an-archive', () => Buffer.from('Dear reader')],
  ['another zip', 'not-an-archive', () => zipped({ 'word/document.xml': '<x/>' })],
  ['a zip with a manifest of something else', 'not-an-archive', () => zipped(withManifest({ version: '1.0' }))],
  ['a newer archive', 'archive-newer', () => zipped(withManifest({ format: 'caravan-archive', version: 2, new: [] }))],
  ['a manifest without counts', 'archive-damaged', () => zipped(withManifest({ ...MANIFEST, articles: null }))],
  ['fewer articles than it says', 'archive-damaged', () => zipped(withManifest({ ...MANIFEST, articles: 7 }))],
  ['a feed that is no web address', 'archive-damaged', () => zipped(withFeed({ address: 'file:///etc/passwd' }))],
  ['a feed whose name is a path', 'archive-damaged', () => zipped(withFeed({ id: '../../x' }))],
  ['articles of no feed', 'archive-damaged', () => zipped(entries({ 'articles/other-0.jsonl': '{}\n' }))],
  ['a line that is no article', 'archive-damaged', () => zipped(entries({ 'articles/abc-0.jsonl': '{"id":"x"}\n' }))],
  ['broken text', 'archive-damaged', () => zipped(entries({ 'articles/abc-0.jsonl': Buffer.from([0xff, 0xfe, 10]) }))],
  ['a zip bomb', 'archive-damaged', () => zipped(entries({ 'articles/abc-0.jsonl': bomb }))],
  ['a bomb beside', 'archive-damaged', () => zipped(entries({ 'notes.txt': bomb }))],
  [
    'a name that climbs',
    'archive-damaged',
    async () => renamed(await zipped(entries({ 'aa/bb/cc/evil.txt': 'x' })), 'aa/bb/cc/evil', '../../../evil'),
  ],
  [
    'an absolute name',
    'archive-damaged',
    async () => renamed(await zipped(entries({ 'aetc/evil.txt': 'x' })), 'aetc/evil', '/etc/evil'),
  ],
  [
    'the same entry twice',
    'archive-damaged',
    async () => renamed(await zipped(entries({ 'library.jsom': '{}' })), 'library.jsom', 'library.json'),
  ],
];

it.each(HOSTILE)('refuses %s (%s) and changes nothing', async (_, code, make) => {
  const folder = await temporaryFolder();
  const store = await openPapers(folder);
  await keepPaper(store, 'paper.example', 0, 3);
  const before = await contents(store);
  await store.close();
  const file = path.join(folder, 'hostile.zip');
  await writeFile(file, await make());
  const library = await openLibrary(folder);
  await expect(library.openArchive(file)).rejects.toMatchObject({ failure: { code, detail: { file } } });
  await library.close();
  expect(await contents(await openPapers(folder))).toEqual(before);
});

it('passes over what is none of its own', async () => {
  const library = await openLibrary(await temporaryFolder());
  const file = path.join(await temporaryFolder(), 'more.zip');
  await writeFile(file, await zipped(entries({ '__MACOSX/._manifest.json': 'x', 'a/b': 'y' })));
  await expect(library.openArchive(file)).resolves.toMatchObject({ feeds: 1, added: 0 });
});

it('finds every cut and a flipped bit anywhere', async () => {
  const folder = await temporaryFolder();
  const store = await openPapers(folder);
  await keepPaper(store, 'paper.example', 0, 30);
  await store.close();
  const library = await openLibrary(folder);
  const file = path.join(await temporaryFolder(), 'caravan.zip');
  await library.saveArchive(file, EVERYTHING);
  const whole = await readFile(file);
  const other = await openLibrary(await temporaryFolder());
  const refused = async () =>
    expect(await other.openArchive(file).catch((thrown) => thrown.failure?.code)).toMatch(
      /^(archive-(damaged|newer)|not-an-archive)$/,
    );
  for (const part of [0.1, 0.5, 0.9, 0.99]) {
    await writeFile(file, whole);
    await truncate(file, Math.floor(whole.length * part));
    await refused();
  }
  // In the deflated articles, which are the greater part.
  const start = whole.indexOf('.jsonl') + 6;
  for (let at = start + 20; at < start + 600; at += 97) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    await writeFile(file, flipped);
    await refused();
  }
});

it('says that a file is not there', async () => {
  const library = await openLibrary(await temporaryFolder());
  await expect(library.openArchive('nowhere.zip')).rejects.toMatchObject({
    failure: { code: 'file-unreadable', detail: { file: 'nowhere.zip' } },
  });
});
