import zlib from 'node:zlib';

/** The contents of one file in a .tgz. Throws when the archive has no such file. */
export function fileInTgz(tgz, name) {
  const tar = zlib.gunzipSync(tgz);
  for (let at = 0; at + 512 <= tar.length; ) {
    const entry = field(tar, at, 100);
    if (entry === '') break;
    const size = Number.parseInt(field(tar, at + 124, 12), 8);
    if (entry === name) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${name} is not in the archive`);
}

const field = (tar, at, length) =>
  tar
    .toString('utf8', at, at + length)
    .split('\0', 1)[0]
    .trim();

/**
 * The entries of a zip without encryption or zip64 (APPNOTE.TXT 4.3), in the order of its directory.
 * `read()` inflates one entry and throws when its checksum is wrong; entries not read cost nothing.
 */
export function* zipEntries(zip) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== 0x06054b50) end--;
  if (end < 0) throw new Error('not a zip');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('the zip has a broken directory');
    const nameLength = zip.readUInt16LE(at + 28);
    const entry = at;
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      mode: (zip.readUInt32LE(at + 38) >>> 16) & 0o777,
      read: () => contents(zip, entry),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function contents(zip, entry) {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const deflated = zip.readUInt16LE(entry + 10) === 8;
  const data = deflated ? zlib.inflateRawSync(packed) : packed;
  if (zlib.crc32(data) !== zip.readUInt32LE(entry + 16)) throw new Error('the zip has a wrong checksum');
  return data;
}

/** An asar archive of files side by side, from `{ name: text }`. The header is a Chromium pickle in a pickle. */
export function asar(files) {
  const bodies = Object.values(files).map((text) => Buffer.from(text));
  const header = { files: {} };
  let offset = 0;
  for (const [index, name] of Object.keys(files).entries()) {
    header.files[name] = { size: bodies[index].length, offset: String(offset) };
    offset += bodies[index].length;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  for (const [index, size] of [4, padded + 8, padded + 4, json.length].entries()) head.writeUInt32LE(size, index * 4);
  json.copy(head, 16);
  return Buffer.concat([head, ...bodies]);
}
