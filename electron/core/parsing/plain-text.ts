import { scanHtml } from './scan-html';

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const INLINE = names(`a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q s samp small span
  strike strong sub sup tt u var wbr`);
const BLOCK = names(`address article aside audio blockquote body br center dd div dl dt figcaption figure footer form
  h1 h2 h3 h4 h5 h6 head header hr html iframe img input li link main meta nav object ol option p param picture pre
  script section select source style svg table tbody td template textarea tfoot th thead title tr ul video`);
const SILENT = new Set(['script', 'style', 'template']);

/** The text of a line of HTML: markup removed, references decoded, white space collapsed; null when nothing is left. */
export function plainText(html: string): string | null {
  return oneLine(html.includes('<') || html.includes('&') ? withoutMarkup(html) : html);
}

/** Text with its white space collapsed; null when there is none. */
export function oneLine(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null;
}

function withoutMarkup(html: string): string {
  let text = '';
  /** Where a tag that HTML does not have began: "List<String>" is text. */
  let unknownTag: number | null = null;
  let silent: string | null = null;
  const add = (piece: string): void => {
    if (silent === null) text += piece;
  };
  /** What replaces a tag; null for one that HTML does not have. */
  const inPlaceOf = (name: string): string | null => (INLINE.has(name) ? '' : BLOCK.has(name) ? ' ' : null);
  const endTag = (end: number): void => {
    if (unknownTag !== null) add(html.slice(unknownTag, end + 1));
    unknownTag = null;
  };
  scanHtml(
    html,
    {
      ontext: (start, end) => add(html.slice(start, end)),
      ontextentity: (code) => add(String.fromCodePoint(code)),
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase();
        const instead = inPlaceOf(name);
        if (instead === null) unknownTag = start - 1;
        else add(instead);
        if (SILENT.has(name)) silent ??= name;
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag(start, end) {
        const name = html.slice(start, end).trim().toLowerCase();
        if (name === silent) silent = null;
        add(inPlaceOf(name) ?? `</${html.slice(start, end)}>`);
      },
    },
    true,
  );
  return text;
}
