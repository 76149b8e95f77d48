import { defaultTheme, parseTheme, type PageTheme } from '@lynkify/domain';

/** A theme as the API says it, in the words of the domain. */
export function themeOf(theme: { appearance: string; accent: string | null; buttons: string; credit: boolean }): PageTheme {
  const parsed = parseTheme(theme, defaultTheme);
  return parsed.ok ? parsed.value : defaultTheme;
}
