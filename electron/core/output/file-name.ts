/** So long that nothing of a usual headline is lost, and short enough for every file system with the ending (255 bytes). */
const MOST_BYTES = 180;
const MOST_READ = 1_000;
/** What no file system of ours takes in a name, and what would break a line. */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/**
 * Marks that turn or hide the letters around them, so that `exe.txt` could be shown for another name (Unicode 9.0,
 * Bidi_Control), and what stands for no character,
 * half of one among them. The joiners stay: Persian and Indic words need them.
 */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\p{Cs}\p{Co}\p{Cn}]/gu;
/** Devices of Windows, whatever the ending (Microsoft, “Naming Files, Paths, and Namespaces”). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\.|\s|$)/i;
const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const EDGES = /^[\s.~-]+|[\s.]+$/gu;

/**
 * A name for a file from a headline in any script: no path, nothing that a system forbids, nothing that hides what it is.
 * `ending` is without its dot.
 */
export function fileName(title: string, ending: string): string {
  const words = title
    .slice(0, MOST_READ)
    .normalize('NFC')
    .replace(HIDDEN, '')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/gu, ' ')
    .replace(EDGES, '');
  const stem = shortened(words).replace(EDGES, '') || 'article';
  return `${DEVICE.test(stem) ? `_${stem}` : stem}.${ending}`;
}

/** Cut between characters as a reader sees them. */
function shortened(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const { segment } of CHARACTERS.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > MOST_BYTES) break;
    kept += segment;
  }
  return kept;
}
