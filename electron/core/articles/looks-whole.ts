/** Below so many words a text is a summary, or says no more than its headline. */
const LEAST_WORDS = 120;
/** How a text ends that was cut, in the languages of the catalogue. */
const CUT =
  /(?:…|\.\.\.|\[\s*(?:…|\.\.\.|&hellip;|&#8230;)\s*\]|read more|continue reading|read the full (?:story|article)|ادامه مطلب|بیشتر بخوانید|اقرأ المزيد|مزید پڑھیں|devamını oku|leer más|lire la suite|weiterlesen|читать далее|और पढ़ें|阅读全文)\W{0,5}$/iu;
const TAIL = 400;

/** Whether a feed's text seems to be the whole article, and not the beginning of one that goes on at its page. */
export function looksWhole(html: string, words: number): boolean {
  if (words < LEAST_WORDS) return false;
  const tail = html
    .slice(-TAIL)
    .replace(/<[^<>]{0,200}>/g, ' ')
    .trim();
  return !CUT.test(tail);
}
