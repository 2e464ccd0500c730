/** How far into a page its charset is looked for: four times as far as HTML allows (13.2.3.2), and pages need it. */
const PRESCAN = 4_096;
const BOMS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a web page: by its byte order mark, as UTF-8 if it is that, by the header, by its meta element; `guess`
 * reads one that says none of it.
 */
export function pageText(bytes: Uint8Array, contentType: string | null, guess = asWindows1252): string {
  const marked = BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const claimed =
    charsetIn(contentType ?? '') ?? charsetIn(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)));
  return (
    decoded(bytes, marked ?? 'utf-8', marked === undefined) ?? decoded(bytes, claimed ?? '', false) ?? guess(bytes)
  );
}

const asWindows1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w:-]{1,40})/i.exec(text)?.[1];
}

/** Null where the label is none that the Encoding Standard knows, or a strict reading meets a byte that is wrong. */
function decoded(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    // The constructor and the decoder tell of both by throwing; the next encoding is tried.
    return null;
  }
}
