import { BLOCKS } from '../allowed';

/** A piece of a page that begins a line of its own and has no such piece inside. */
export interface Block {
  element: Element;
  /** In one line. */
  text: string;
  /** How many of its characters are links, and how many links there are. */
  linked: number;
  links: number;
  hasMedia: boolean;
}

const MEDIA = 'img, iframe, video, audio, embed';
const INNER = new Set([...BLOCKS, 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption', 'body']);
/** What is in them is one thing. */
const WHOLE = new Set(['pre']);

export const isBlock = (node: Node): boolean => node.nodeType === 1 && INNER.has((node as Element).localName);

/** All blocks below an element in their order, those with neither text nor media left out. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  /** Answers whether there was a block inside. */
  const visit = (element: Element): boolean => {
    let holdsBlocks = false;
    if (!WHOLE.has(element.localName)) {
      for (const child of element.children) if (visit(child)) holdsBlocks = true;
    }
    if (holdsBlocks) return true;
    if (element !== root && !INNER.has(element.localName)) return false;
    const block = blockOf(element);
    if (block.text !== '' || block.hasMedia) blocks.push(block);
    return true;
  };
  visit(root);
  return blocks;
}

function blockOf(element: Element): Block {
  let linked = 0;
  let links = 0;
  for (const link of element.querySelectorAll('a[href]')) {
    const { length } = lineOf(link);
    if (length === 0) continue;
    linked += length;
    links++;
  }
  return { element, text: lineOf(element), linked, links, hasMedia: element.querySelector(MEDIA) !== null };
}

/** The text in one line; line breaks and blocks part words. */
export function lineOf(node: Node): string {
  let text = '';
  const visit = (each: Node): void => {
    if (each.nodeType === 3) text += each.nodeValue ?? '';
    else {
      const parts = each.nodeType === 1 && ((each as Element).localName === 'br' || isBlock(each));
      if (parts) text += ' ';
      for (const child of each.childNodes) visit(child);
      if (parts) text += ' ';
    }
  };
  visit(node);
  return text.replace(/\s+/g, ' ').trim();
}

/** True where nearly all of the text is links. */
export const isLinks = ({ text, linked, links }: Block): boolean => links > 0 && linked >= text.length * 0.75 - 4;

/** Takes an element away, and what is left empty around it, up to `root`. */
export function takeAway(element: Element, root: Element): void {
  if (element === root) {
    root.replaceChildren();
    return;
  }
  let outermost = element;
  let parent = element.parentElement;
  while (parent && parent !== root && parent.localName !== 'body' && isEmptyWithout(parent, outermost)) {
    outermost = parent;
    parent = parent.parentElement;
  }
  outermost.remove();
}

function isEmptyWithout(parent: Element, child: Element): boolean {
  // Not by childNodes, which linkedom makes anew each time.
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node === child) continue;
    if (
      node.nodeType === 3 ? (node.nodeValue ?? '').trim() !== '' : node.nodeType === 1 && !isVoidLine(node as Element)
    )
      return false;
  }
  return true;
}

const isVoidLine = ({ localName }: Element): boolean => localName === 'br' || localName === 'hr';
