import type { NamespaceScope } from './namespaces';
import type { ElementName } from './raw-nodes';

export interface OpenElement {
  /** As the feed writes it, by which its end is found; empty for one that the feed left out. */
  tag: string;
  /** What Caravan takes it for; null for one of which it reads nothing. */
  name: ElementName | 'feed' | 'item' | null;
  scope: NamespaceScope;
  /** How many elements that Caravan reads it had inside so far. */
  inside: number;
}

/** The elements that are open at one place of a document, outermost first. */
export class OpenElements {
  readonly #elements: OpenElement[] = [];
  /** So that a million stray end tags do not search the whole stack each. */
  readonly #times = new Map<string, number>();

  get depth(): number {
    return this.#elements.length;
  }

  get innermost(): OpenElement | undefined {
    return this.#elements.at(-1);
  }

  push(element: OpenElement): void {
    this.#elements.push(element);
    this.#times.set(element.tag, (this.#times.get(element.tag) ?? 0) + 1);
  }

  pop(): OpenElement | undefined {
    const element = this.#elements.pop();
    if (element) this.#times.set(element.tag, (this.#times.get(element.tag) ?? 0) - 1);
    return element;
  }

  /** The depth to close down to when `tag` ends; null when no such element is open. */
  depthOf(tag: string): number | null {
    if (this.innermost?.tag === tag) return this.depth - 1;
    return this.#times.get(tag) ? this.#elements.findLastIndex((element) => element.tag === tag) : null;
  }
}
