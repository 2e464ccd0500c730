/** The zeros of the scripts that write numbers in decimal places, each followed by its nine other digits. */
const ZEROS = [...'٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐０'].map((zero) => zero.charCodeAt(0));

/** Text with the digits of other scripts (Persian, Arabic, Devanagari, Thai …) as the digits 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ZEROS.find((candidate) => code >= candidate && code < candidate + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
