import { type Attribute, readAttributes } from './tag-attributes';

/** A piece of XML. Text and attribute values are as written: their references are not decoded. */
export type Token = OpenTag | CloseTag | Text;

export interface OpenTag {
  kind: 'open';
  /** Lower case: feeds of the nineties shout, and nothing that Caravan reads differs in case alone. */
  name: string;
  attributes: readonly Attribute[];
  /** True for `<name/>`. */
  empty: boolean;
}
interface CloseTag {
  kind: 'close';
  name: string;
}
interface Text {
  kind: 'text' | 'cdata' | 'doctype';
  text: string;
}
const NAME_START = /[A-Za-z_]/;
const NAME = /[A-Za-z_][\w.-]{0,99}(?::[A-Za-z_][\w.-]{0,99})?(?=[\s/>]|$)/y;
const NO_ATTRIBUTES: Attribute[] = [];

/**
 * Splits XML, or what was meant to be XML, into tokens. Comments and processing instructions are left out. A `<`
 * that begins nothing is text. Whatever is opened and never ends takes the rest of the text with it, so each
 * character is passed a fixed number of times.
 */
export function* xmlTokens(xml: string): Generator<Token> {
  let at = 0;
  while (at < xml.length) {
    const start = markupAt(xml, at);
    if (start > at) yield { kind: 'text', text: xml.slice(at, start) };
    if (start === xml.length) return;
    const { token, end } = readMarkup(xml, start);
    if (token) yield token;
    at = end;
  }
}

/** Where the next piece of markup begins, or the length of the text. */
function markupAt(xml: string, from: number): number {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1] ?? '';
    if (next === '!' || next === '?') return at;
    if (next === '/' ? nameAt(xml, at + 2) : NAME_START.test(next) && nameAt(xml, at + 1)) return at;
  }
  return xml.length;
}

function nameAt(xml: string, start: number): string {
  NAME.lastIndex = start;
  return NAME.exec(xml)?.[0] ?? '';
}

interface Markup {
  token: Token | null;
  end: number;
}

function readMarkup(xml: string, start: number): Markup {
  if (xml.startsWith('<!--', start)) return { token: null, end: after(xml, '-->', start + 4) };
  if (xml.startsWith('<![CDATA[', start)) return readCdata(xml, start + 9);
  if (xml[start + 1] === '!') return readDeclaration(xml, start);
  // To the first ">" and not "?>": an XML declaration that forgot its second "?" is not rare.
  if (xml[start + 1] === '?') return { token: null, end: after(xml, '>', start) };
  return xml[start + 1] === '/' ? readCloseTag(xml, start + 2) : readOpenTag(xml, start + 1);
}

/** The place behind the next `end`, or the length of the text. */
function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  return found < 0 ? xml.length : found + end.length;
}

function readCdata(xml: string, start: number): Markup {
  const close = xml.indexOf(']]>', start);
  const end = close < 0 ? xml.length : close;
  return { token: { kind: 'cdata', text: xml.slice(start, end) }, end: end + 3 };
}

function readDeclaration(xml: string, start: number): Markup {
  const close = after(xml, '>', start);
  const subset = xml.slice(start, close).indexOf('[');
  const end = subset < 0 ? close : after(xml, '>', after(xml, ']', start + subset));
  return { token: { kind: 'doctype', text: xml.slice(start, end) }, end };
}

function readCloseTag(xml: string, start: number): Markup {
  const name = nameAt(xml, start);
  let end = start + name.length;
  while (end < xml.length && xml[end] !== '>' && xml[end] !== '<') end++;
  return { token: { kind: 'close', name: name.toLowerCase() }, end: xml[end] === '>' ? end + 1 : end };
}

function readOpenTag(xml: string, start: number): Markup {
  const name = nameAt(xml, start);
  const behind = start + name.length;
  if (xml[behind] === '>')
    return {
      token: { kind: 'open', name: name.toLowerCase(), attributes: NO_ATTRIBUTES, empty: false },
      end: behind + 1,
    };
  const tag = readAttributes(xml, behind);
  if (tag === null) return { token: null, end: xml.length };
  const { attributes, empty, end } = tag;
  return { token: { kind: 'open', name: name.toLowerCase(), attributes, empty }, end };
}
