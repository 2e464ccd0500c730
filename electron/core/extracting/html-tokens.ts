import { Tokenizer } from 'htmlparser2';

/** Lower-case names, decoded values; where an attribute comes twice the first counts, as in a browser. */
export type Attributes = Map<string, string>;

export interface HtmlReader {
  /** `isClosed` for `<name/>`. */
  open?(name: string, attributes: Attributes, isClosed: boolean): void;
  close?(name: string): void;
  /** Decoded. Comes in pieces: an entity is one of its own. */
  text?(text: string): void;
}

const MOST_CHARACTERS = 2_000_000;
const MOST_ATTRIBUTES = 100;

/**
 * Reads HTML as a flat run of tags and text, in linear time and without a tree, so that no depth of nesting overflows.
 * Comments, declarations and what follows the first two million characters (or as many as told) fall away.
 */
export function readHtml(html: string, reader: HtmlReader, mostCharacters = MOST_CHARACTERS): void {
  // Wherever this cuts, the tokenizer leaves out the half of a tag that ends it.
  const source = html.slice(0, mostCharacters);
  let tag = '';
  let attributes: Attributes = new Map();
  let attribute = '';
  let value = '';
  const opened = (isClosed: boolean): void => reader.open?.(tag, attributes, isClosed);
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        tag = source.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = source.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += source.slice(start, end);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag: (start, end) => reader.close?.(source.slice(start, end).toLowerCase()),
      ontext: (start, end) => reader.text?.(source.slice(start, end)),
      ontextentity: (codePoint) => reader.text?.(String.fromCodePoint(codePoint)),
      // Left over where a feed wrapped its text twice.
      oncdata: (start, end, offset) => reader.text?.(source.slice(start, end - offset)),
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}

function ignore(): void {}
