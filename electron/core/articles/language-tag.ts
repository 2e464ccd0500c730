/** A language as a proper BCP 47 tag; null when it says nothing. */
export function languageTag(language: string | null): string | null {
  if (language === null || language.length > 100) return null;
  try {
    return Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    // Feeds say all sorts of things here; what is no tag says nothing.
    return null;
  }
}
