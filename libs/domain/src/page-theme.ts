import type { PageTheme } from './published-page.js';
import type { Refusal, Result } from './result.js';

export type PageThemeRefusal = 'THEME_INVALID';

/** What a theme can choose from, in the order in which a form offers it. */
export const themeChoices = {
  appearance: ['auto', 'light', 'dark'],
  buttons: ['rounded', 'pill', 'square'],
} as const satisfies { appearance: readonly PageTheme['appearance'][]; buttons: readonly PageTheme['buttons'][] };

/** A theme with some of its values changed; what is left out (undefined) stays, a null accent means the artwork's own. */
export function parseTheme(
  typed: { appearance?: string | null; accent?: string | null; buttons?: string | null; credit?: boolean | null },
  current: PageTheme,
): Result<PageTheme, PageThemeRefusal> {
  const errors: Refusal<PageThemeRefusal>[] = [];
  const choose = <Choice extends string>(field: string, choices: readonly Choice[], text: string | null | undefined, stays: Choice): Choice => {
    if (text === undefined || text === null) return stays;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) errors.push({ code: 'THEME_INVALID', path: [field], message: `Choose one of ${choices.join(', ')}.` });
    return found ?? stays;
  };
  const theme: PageTheme = {
    appearance: choose('appearance', themeChoices.appearance, typed.appearance, current.appearance),
    buttons: choose('buttons', themeChoices.buttons, typed.buttons, current.buttons),
    accent: typed.accent === undefined ? current.accent : (typed.accent?.toLowerCase() ?? null),
    credit: typed.credit ?? current.credit,
  };
  if (theme.accent !== null && !/^#[0-9a-f]{6}$/u.test(theme.accent)) {
    errors.push({ code: 'THEME_INVALID', path: ['accent'], message: 'Write the colour as # and six digits of 0-9 and a-f, like #e5482d.' });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: theme };
}
