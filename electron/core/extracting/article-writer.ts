import { VOID } from './allowed';
import type { Attributes } from './html-tokens';
import { fits, keptAfter, keptBefore } from './nesting';

const MOST_OPEN = 100;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\0': '' };

/** Writes HTML in which every element is closed, nested as HTML allows, and never deeper than a hundred. */
export interface ArticleWriter {
  open(name: string, attributes?: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  /** Closes what is open and gives the whole. */
  end(): string;
}

export function articleWriter(): ArticleWriter {
  const open: string[] = [];
  let html = '';
  /** Elements below the last level; their text is kept, their tags are not. */
  let tooDeep = 0;

  const keep = (count: number): void => {
    while (open.length > count) html += `</${open.pop()}>`;
  };

  return {
    open(name, attributes = new Map()) {
      keep(keptBefore(name, open));
      if (!fits(name, open)) return;
      if (VOID.has(name)) {
        html += startTag(name, attributes);
      } else if (open.length === MOST_OPEN) {
        tooDeep++;
      } else {
        html += startTag(name, attributes);
        open.push(name);
      }
    },
    close(name) {
      if (VOID.has(name)) return;
      if (tooDeep > 0) tooDeep--;
      else keep(keptAfter(name, open));
    },
    text(text) {
      html += escaped(text);
    },
    end() {
      keep(0);
      return html;
    },
  };
}

function startTag(name: string, attributes: Attributes): string {
  let tag = `<${name}`;
  for (const [attribute, value] of attributes) tag += ` ${attribute}="${escaped(value)}"`;
  return `${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\0]/g, (character) => ESCAPES[character] ?? '');
}
