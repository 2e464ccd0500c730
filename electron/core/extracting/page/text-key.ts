const MARKS = /[^\p{L}\p{M}]+/gu;

/**
 * Letters alone in one spelling, to compare what pages write in two ways: without case, digits, punctuation and spaces, and with
 * one form for what Arabic and Persian write differently.
 */
export const key = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/i̇/g, 'i')
    .replace(MARKS, '')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ةۀ]/g, 'ه');
