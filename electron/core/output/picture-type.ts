export interface PictureType {
  type: string;
  ending: string;
}

/** By their first bytes; `also` stands at `at`. */
const MARKS: (PictureType & { first: string; also?: string; at?: number })[] = [
  { type: 'image/jpeg', ending: 'jpg', first: '\xff\xd8\xff' },
  { type: 'image/png', ending: 'png', first: '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', ending: 'gif', first: 'GIF8' },
  { type: 'image/webp', ending: 'webp', first: 'RIFF', also: 'WEBP', at: 8 },
  { type: 'image/avif', ending: 'avif', first: '', also: 'ftypavif', at: 4 },
];

/** What a picture is by its own bytes, whatever anyone said; null for what no page of ours shows. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = MARKS.find(({ first, also = '', at = 0 }) => head.startsWith(first) && head.startsWith(also, at));
  return found ? { type: found.type, ending: found.ending } : null;
}
