// Typed here because TypeScript's DOM library has no Trusted Types yet.
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): string };
}

declare global {
  interface Window {
    trustedTypes: TrustedTypes;
  }
}

const policy = window.trustedTypes.createPolicy('caravan-article', { createHTML: (html) => html });

/** The only way for a text to become a page: the empty page that article-page.ts has built. */
export const trusted = (page: Document): string =>
  policy.createHTML(`<!doctype html>${page.documentElement.outerHTML}`);
