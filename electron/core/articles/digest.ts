import { createHash } from 'node:crypto';

/** 16 hexadecimal digits that stand for these texts, in this order. */
export const digest = (...parts: string[]): string =>
  digestOf(parts.length === 1 ? (parts[0] ?? '') : parts.join('\0'));

/** The same of bytes, or of one text. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);
