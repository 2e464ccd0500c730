import type { NamespaceScope } from './namespaces';

export interface OpenElement {
  /** As the feed writes it, by which its end is found; empty for one that the feed left out. */
  tag: string;
  /** As Caravan writes it. */
  name: string;
  scope: NamespaceScope;
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
    return this.#times.get(tag) ? this.#elements.findLastIndex((element) => element.tag === tag) : null;
  }
}
