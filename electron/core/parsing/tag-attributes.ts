/** As written, but for the name's case. */
export type Attribute = [name: string, value: string];

interface Tag {
  attributes: Attribute[];
  empty: boolean;
  /** Where the text goes on behind the tag. */
  end: number;
}

/** Of one tag; the rest is passed over. */
const MOST = 1_000;
const BETWEEN = /[\s/]*/y;
const EQUALS = /\s*=\s*/y;
const NAME = /[^\s/>=<"']+/y;
const BARE_VALUE = /[^\s<>"']*/y;

const match = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/**
 * Reads the attributes of a tag from behind its name. Takes what HTML takes: no quotes, no value, stray quotes.
 * A tag that is never closed ends before the next `<`; one that is cut off by the end of the text is null.
 */
export function readAttributes(xml: string, from: number): Tag | null {
  const attributes: Attribute[] = [];
  let at = from;
  for (;;) {
    at += match(BETWEEN, xml, at).length;
    const next = xml[at];
    if (next === undefined) return null;
    if (next === '<') return { attributes, empty: false, end: at };
    if (next === '>') return { attributes, empty: xml[at - 1] === '/', end: at + 1 };
    const name = match(NAME, xml, at);
    const equals = match(EQUALS, xml, at + name.length);
    if (name === '') {
      at++;
    } else if (equals === '') {
      if (attributes.length < MOST) attributes.push([name.toLowerCase(), '']);
      at += name.length;
    } else {
      const value = readValue(xml, at + name.length + equals.length);
      if (attributes.length < MOST) attributes.push([name.toLowerCase(), value.text]);
      at = value.end;
    }
  }
}

function readValue(xml: string, start: number): { text: string; end: number } {
  const quote = xml[start];
  if (quote !== '"' && quote !== "'") {
    const text = match(BARE_VALUE, xml, start);
    return { text, end: start + text.length };
  }
  const close = xml.indexOf(quote, start + 1);
  if (close >= 0) return { text: xml.slice(start + 1, close), end: close + 1 };
  // Searched in vain once a document at most: the quote that begins here is the last of its kind.
  const end = xml.indexOf('>', start);
  const text = xml.slice(start + 1, end < 0 ? xml.length : end);
  return { text, end: start + 1 + text.length };
}
