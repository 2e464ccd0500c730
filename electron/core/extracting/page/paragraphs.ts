import { isBlock, lineOf } from './blocks';

/** So long a line is a paragraph of prose; verse and addresses have shorter ones. */
const PROSE = 80;
/** Where text of their own means nothing, or is one thing. */
const LEFT = new Set('pre table thead tbody tfoot tr ul ol dl figure h1 h2 h3 h4 h5 h6 audio video'.split(' '));

/**
 * Makes paragraphs of what stands beside blocks or is parted by line breaks, so that everything below `root` is either a
 * block with nothing but text in it, or one with nothing but blocks.
 */
export function makeParagraphs(root: Element): void {
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.localName === 'pre' || (!isBlock(element) && !holdsBlock(element))) continue;
    const inner = LEFT.has(element.localName) ? element : withParagraphs(element, root);
    waiting.push(...inner.children);
  }
}

function withParagraphs(element: Element, root: Element): Element {
  const runs = runsOf([...element.childNodes]);
  const only = runs.length === 1 ? runs[0] : undefined;
  if (only && (only.lines.length < 2 || !only.isInline)) {
    return only.isInline ? unwrapped(element, root) : element;
  }
  if (!runs.some(({ isInline, lines }) => isInline && lines.length > 0)) return element;
  const box = element.localName === 'p' && element !== root ? renamed(element, 'div') : element;
  for (const { isInline, lines, nodes } of runs) {
    if (!isInline) continue;
    const before = nodes[0];
    if (!before) continue;
    const anchor = box.ownerDocument.createTextNode('');
    box.insertBefore(anchor, before);
    for (const line of lines) {
      const paragraph = box.ownerDocument.createElement('p');
      paragraph.append(...line);
      box.insertBefore(paragraph, anchor);
    }
    for (const node of nodes) if (node.parentNode === box) node.remove();
    anchor.remove();
  }
  return box;
}

/** Old pages put all of their lines into one element for the letters. */
function unwrapped(element: Element, root: Element): Element {
  const children = [...element.childNodes].filter((node) => !isBlank(node));
  const [child] = children;
  if (
    children.length !== 1 ||
    child?.nodeType !== 1 ||
    !/^(?:span|b|i|strong|em|u)$/.test((child as Element).localName)
  )
    return element;
  if (!hasInner(child as Element)) return element;
  (child as Element).replaceWith(...child.childNodes);
  return withParagraphs(element, root);
}

const hasInner = (element: Element): boolean =>
  [...element.children].some((child) => child.localName === 'br' || isBlock(child));

interface Run {
  isInline: boolean;
  nodes: ChildNode[];
  /** Of what is inline: the lines with something in them. */
  lines: ChildNode[][];
}

/** Children, parted into runs of blocks and of what stands in lines. */
function runsOf(children: ChildNode[]): Run[] {
  const runs: Run[] = [];
  for (const child of children) {
    const isInline = !isBlock(child) && !holdsBlock(child);
    const last = runs.at(-1);
    if (last?.isInline === isInline) last.nodes.push(child);
    else runs.push({ isInline, nodes: [child], lines: [] });
  }
  for (const run of runs) if (run.isInline) run.lines = linesOf(run.nodes);
  return runs.filter(({ isInline, lines }) => !isInline || lines.length > 0);
}

const holdsBlock = (node: Node): boolean => {
  if (node.nodeType !== 1) return false;
  for (const child of (node as Element).children) if (isBlock(child) || holdsBlock(child)) return true;
  return false;
};

/** Two breaks part paragraphs; one does where the lines are prose. */
function linesOf(nodes: ChildNode[]): ChildNode[][] {
  const single: ChildNode[][] = [[]];
  const double: ChildNode[][] = [[]];
  let breaks = 0;
  for (const node of nodes) {
    if (isBreak(node)) {
      breaks++;
      single.push([]);
      if (breaks === 2) double.push([]);
      else if (breaks === 1) double.at(-1)?.push(node);
      continue;
    }
    if (!isBlank(node)) breaks = 0;
    single.at(-1)?.push(node);
    double.at(-1)?.push(node);
  }
  const lines = single.filter(isSomething);
  const isProse = lines.some((line) => line.map(lineOf).join(' ').length > PROSE);
  return isProse ? lines : double.filter(isSomething);
}

const isBreak = (node: ChildNode): boolean => node.nodeType === 1 && (node as Element).localName === 'br';
const isBlank = (node: ChildNode): boolean => node.nodeType === 3 && (node.nodeValue ?? '').trim() === '';
const isSomething = (line: ChildNode[]): boolean =>
  line.some((node) => !isBreak(node) && !isBlank(node) && node.nodeType !== 8);

function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) other.setAttribute(attribute, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}
