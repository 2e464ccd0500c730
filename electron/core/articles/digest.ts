import { createHash } from 'node:crypto';

/** 16 hexadecimal digits that stand for these texts or bytes, in this order. */
export function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const [at, part] of parts.entries()) hash.update(at > 0 ? '\0' : '').update(part);
  return hash.digest('hex').slice(0, 16);
}
