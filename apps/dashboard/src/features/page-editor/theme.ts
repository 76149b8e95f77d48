import { defaultTheme, parseTheme, wholeTheme, type PageTheme, type WholeTheme } from '@lynkify/domain';

type Named = 'look' | 'weight' | 'font' | 'background';

/** A theme as the API says it: what can be chosen by name stands in capitals there. */
export type ApiTheme = { appearance: string; accent: string | null; buttons: string; credit: boolean; ground: string | null } & { [Field in Named]: Uppercase<WholeTheme[Field]> };

/** A theme as the API says it, in the words of the domain. */
export function themeOf(theme: ApiTheme): WholeTheme {
  const parsed = parseTheme({ ...theme, look: theme.look.toLowerCase(), weight: theme.weight.toLowerCase(), font: theme.font.toLowerCase(), background: theme.background.toLowerCase() }, defaultTheme);
  return wholeTheme(parsed.ok ? parsed.value : defaultTheme);
}

const capitals = <Word extends string>(word: Word) => word.toUpperCase() as Uppercase<Word>;

/** The same the other way, as a mutation takes it. */
export function themeInput(theme: PageTheme): ApiTheme {
  const whole = wholeTheme(theme);
  return { ...whole, look: capitals(whole.look), weight: capitals(whole.weight), font: capitals(whole.font), background: capitals(whole.background) };
}
