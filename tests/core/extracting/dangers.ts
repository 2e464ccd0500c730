import { Parser } from 'htmlparser2';

const ELEMENTS = new Set(
  (
    'article section header footer main aside nav address div p h1 h2 h3 h4 h5 h6 hr br wbr blockquote pre ul ol li dl dt dd ' +
    'figure figcaption details summary table caption thead tbody tfoot tr td th a abbr b bdi bdo cite code del dfn em i img ' +
    'audio video ins kbd mark q rp rt ruby s samp small span strong sub sup time u var'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'alt colspan datetime dir height href id lang open rel reversed rowspan scope src start target title type value width'.split(
    ' ',
  ),
);
const ADDRESSES: Record<string, RegExp> = {
  href: /^(?:https?:\/\/[^\s"<>@]+|mailto:\S+|#note-[^\s"<>]+)$/,
  src: /^https?:\/\/[^\s"<>@]+$/,
};

/** What in a piece of HTML should not have been let through, in words; knows nothing of how it was made. */
export function dangersIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ELEMENTS.has(name)) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(attribute)) found.push(`${attribute} on <${name}>`);
        if (!(ADDRESSES[attribute]?.test(value) ?? true)) found.push(`${attribute}=${value}`);
        if (attribute === 'id' && !value.startsWith('note-')) found.push(`id=${value}`);
      }
      const leaves = name === 'a' && attributes.href !== undefined && !attributes.href.startsWith('#');
      if (leaves && (attributes.rel !== 'noopener noreferrer' || attributes.target !== '_blank'))
        found.push('an open link');
    },
    oncomment: (text) => found.push(`<!--${text}-->`),
    onprocessinginstruction: (name) => found.push(`<${name}>`),
  });
  parser.end(html);
  return found;
}
