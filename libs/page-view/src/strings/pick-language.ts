import { languageOf, languages, type Language } from '@lynkify/domain';

/** A language range (RFC 4647, section 2.1) with its weight (RFC 9110, section 12.4.2). */
const range = /^[\t ]*([a-z]{1,8})(?:-[a-z0-9]{1,8})*[\t ]*(?:;[\t ]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[\t ]*)?$/iu;

/** Browsers send some dozens of characters; what is past this is not read. */
const longest = 500;

/**
 * The language that a browser prefers of those that the pages speak: lookup (RFC 4647, section 3.4) of `Accept-Language`.
 * Of equal weights the first counts; what is malformed says nothing; English where nothing of ours is wanted.
 */
export function pickLanguage(acceptLanguage: string | null | undefined): Language {
  const [fallback] = languages;
  if (!acceptLanguage) return fallback;
  let picked: Language = fallback;
  let heaviest = 0;
  for (const part of acceptLanguage.slice(0, longest).split(',')) {
    const [, primary, weight = '1'] = range.exec(part) ?? [];
    // The pages speak whole languages, so that a range falls back to its first subtag at once. `*` is what the default is for.
    const language = languageOf(primary);
    if (language === null || Number(weight) <= heaviest) continue;
    picked = language;
    heaviest = Number(weight);
  }
  return picked;
}
