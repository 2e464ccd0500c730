const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * The direction of a text by its first letter (Unicode Bidirectional Algorithm, P2 and P3); undefined when it has none.
 * What dir=auto does, also for a block whose text stands inside other blocks, which dir=auto passes over.
 */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const first = text.match(LETTER)?.[0];
  if (!first) return undefined;
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}
