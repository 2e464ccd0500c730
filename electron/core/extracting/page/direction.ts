const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;
const SAMPLE = 2_000;

/** By the letters of the text; as declared where there are hardly any. */
export function directionOf(text: string, declared: string | null): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters < 10) return /^rtl$/i.test(declared?.trim() ?? '') ? 'rtl' : 'ltr';
  return (sample.match(RIGHT_TO_LEFT)?.length ?? 0) > letters * 0.4 ? 'rtl' : 'ltr';
}
