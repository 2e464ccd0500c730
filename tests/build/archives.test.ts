import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asar, fileInTgz, zipEntries } from '../../build/archives.mjs';

// Two files made by another program: tent/dune.txt (deflated, executable) and sun.txt (stored).
const zip = Buffer.from(
  'UEsDBBQAAAAIAAAAIVxdPBO7CgAAAMgAAAANAAAAdGVudC9kdW5lLnR4dCtOzEtRKB76BABQSwMEFAAAAAAAAAAhXL/gs7AEAAAABAAAAAcAAABz' +
    'dW4udHh0d2FybVBLAQIUAxQAAAAIAAAAIVxdPBO7CgAAAMgAAAANAAAAAAAAAAAAAADtgQAAAAB0ZW50L2R1bmUudHh0UEsBAhQDFAAAAAAAAAAh' +
    'XL/gs7AEAAAABAAAAAcAAAAAAAAAAAAAAKSBNQAAAHN1bi50eHRQSwUGAAAAAAIAAgBwAAAAXgAAAAAA',
  'base64',
);

test('a zip gives its entries with their modes and contents', () => {
  const entries = [...zipEntries(zip)].map(({ name, mode, read }) => [name, mode, read().toString()]);
  expect(entries).toEqual([
    ['tent/dune.txt', 0o755, 'sand '.repeat(40)],
    ['sun.txt', 0o644, 'warm'],
  ]);
});

test('a zip entry that was changed is not given', () => {
  const changed = Buffer.from(zip);
  changed.write('cold', changed.indexOf('warm'));
  const sun = [...zipEntries(changed)].find(({ name }) => name === 'sun.txt');
  expect(() => sun?.read()).toThrow('wrong checksum');
  expect(() => [...zipEntries(Buffer.from('no zip at all, but long enough for one'))]).toThrow('not a zip');
});

test('one file is found in a .tgz that tar made', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'caravan-archive-'));
  fs.mkdirSync(path.join(folder, 'package'));
  fs.writeFileSync(path.join(folder, 'package/first.txt'), 'x'.repeat(1000));
  fs.writeFileSync(path.join(folder, 'package/second.txt'), 'dates');
  spawnSync('tar', ['-czf', 'made.tgz', 'package'], { cwd: folder });
  const tgz = fs.readFileSync(path.join(folder, 'made.tgz'));
  fs.rmSync(folder, { recursive: true });

  expect(fileInTgz(tgz, 'package/second.txt').toString()).toBe('dates');
  expect(() => fileInTgz(tgz, 'package/third.txt')).toThrow('package/third.txt is not in the archive');
});

test('an asar has every file where its header says', () => {
  const names = fc.stringMatching(/^[a-z]{1,8}\.m?js(on)?$/);
  fc.assert(
    fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme' })), (files) => {
      const archive = asar(files);
      const { files: entries } = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)));
      const base = 8 + archive.readUInt32LE(4);
      for (const [name, text] of Object.entries(files)) {
        const start = base + Number(entries[name].offset);
        expect(archive.toString('utf8', start, start + entries[name].size)).toBe(text);
      }
    }),
  );
});
