/** A language as BCP 47 spells it (`pt_br` is `pt-BR`), or null when it names none. */
export function canonicalLanguage(written: string | null): string | null {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  if (tag.length > 35 || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) || /^(und|mul|zxx)\b/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Its only way to say that a tag is not well formed.
    return null;
  }
}
