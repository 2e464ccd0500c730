import { escapeMarkup } from './escape';
import type { References } from './references';
import type { Attribute } from './tag-attributes';

const NAME = /^[a-z_][\w:.-]*$/;

/** An opening tag that any parser takes. Namespace declarations and attributes with impossible names are left out. */
export function writeTag(name: string, attributes: readonly Attribute[], references: References): string {
  let tag = `<${name}`;
  for (const [attribute, value] of attributes) {
    if (!NAME.test(attribute) || attribute.startsWith('xmlns')) continue;
    tag += ` ${attribute}="${escapeMarkup(references.decode(value))}"`;
  }
  return `${tag}>`;
}
