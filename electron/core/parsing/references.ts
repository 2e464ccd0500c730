import { BrokenXml } from './broken-xml';
import { characterOf } from './characters';
import { namedCharacter } from './named-characters';

/** Half of a character as UTF-16 has it, and the other half: some writers take each for a character. */
const SURROGATES = /&#(x?)(d[89ab][0-9a-f]{2}|5\d{4});&#\1(d[c-f][0-9a-f]{2}|5\d{4});/gi;
const REFERENCE = /&(?:#(x[0-9a-f]{1,10}|[0-9]{1,10});?|([a-z_][\w.-]{0,63});)/iy;
const ENTITY = /<!ENTITY\s+([a-z_][\w.-]{0,63})\s+(?:"([^"]{0,1000})"|'([^']{0,1000})')\s*>/gi;
/** Nearly all references of a feed: the markup that is escaped in it. */
const FREQUENT: [written: string, character: string][] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
];

const LONGEST_DOCTYPE = 65_536;
const LONGEST_ENTITY = 1_000;
/** How much text all uses of a document's own entities may add, in characters. */
const MOST_GROWTH = 1_000_000;

/**
 * The references of one document: XML's own, HTML's names (which many feeds use without declaring them) and the
 * plain entities that its DOCTYPE declares. External and parameter entities are never followed.
 */
export class References {
  readonly #declared = new Map<string, string>();
  #growth = 0;

  /** Takes the entities of a `<!DOCTYPE … [ … ]>`. One that grows too long is left undeclared. */
  declare(doctype: string): void {
    for (const [, name = '', double, single] of doctype.slice(0, LONGEST_DOCTYPE).matchAll(ENTITY)) {
      const value = this.decode(double ?? single ?? '');
      if (value.length <= LONGEST_ENTITY && !this.#declared.has(name)) this.#declared.set(name, value);
    }
  }

  /** Text with its references replaced, once. What is no reference stays: a bare `&` is an `&`. */
  decode(written: string): string {
    const text = written.includes('&#') ? joinSurrogates(written) : written;
    let decoded = '';
    let copied = 0;
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', Math.max(at + 1, copied))) {
      const { length, character } = this.#referenceAt(text, at);
      if (character === null) continue;
      decoded += text.slice(copied, at) + character;
      copied = at + length;
    }
    return copied === 0 ? text : decoded + text.slice(copied);
  }

  #referenceAt(text: string, at: number): { length: number; character: string | null } {
    for (const [written, character] of FREQUENT) {
      if (text.startsWith(written, at)) return { length: written.length, character };
    }
    REFERENCE.lastIndex = at;
    const [whole = '', code, name = ''] = REFERENCE.exec(text) ?? [];
    return { length: whole.length, character: code === undefined ? this.#named(name) : characterOf(numberOf(code)) };
  }

  #named(name: string): string | null {
    if (name === '') return null;
    const declared = this.#declared.get(name);
    if (declared === undefined) return namedCharacter(name);
    this.#growth += declared.length;
    if (this.#growth > MOST_GROWTH) throw new BrokenXml('its entities grow into more than a million characters');
    return declared;
  }
}

function joinSurrogates(text: string): string {
  return text.replace(SURROGATES, (whole, x: string, high: string, low: string) => {
    const pair = String.fromCharCode(numberOf(x + high), numberOf(x + low));
    const code = pair.codePointAt(0) ?? 0;
    return code > 0xffff ? `&#${code};` : whole;
  });
}

const numberOf = (code: string): number =>
  /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10);
