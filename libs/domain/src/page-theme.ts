import type { LookId, PageTheme } from './published-page.js';
import type { Refusal, Result } from './result.js';

export type PageThemeRefusal = 'THEME_INVALID';

/** A theme with everything that it may say. */
export type WholeTheme = Required<PageTheme>;

/** What a look is made of besides its layout: the values that choosing it sets, each of which may be changed afterwards. */
export type LookValues = Pick<WholeTheme, 'buttons' | 'weight' | 'font' | 'background'>;

/** The looks, in the order in which a form offers them. The first is what pages had before there were others. */
export const looks: Readonly<Record<LookId, LookValues>> = {
  sleeve: { buttons: 'rounded', weight: 'quiet', font: 'system', background: 'tint' },
  gallery: { buttons: 'square', weight: 'line', font: 'system', background: 'plain' },
  poster: { buttons: 'square', weight: 'solid', font: 'condensed', background: 'colour' },
  liner: { buttons: 'square', weight: 'line', font: 'serif', background: 'tint' },
  haze: { buttons: 'pill', weight: 'quiet', font: 'grotesque', background: 'blur' },
  tape: { buttons: 'square', weight: 'outline', font: 'mono', background: 'frame' },
  pop: { buttons: 'pill', weight: 'solid', font: 'round', background: 'tint' },
  halo: { buttons: 'pill', weight: 'outline', font: 'system', background: 'bleed' },
};

export const lookIds = Object.keys(looks) as LookId[];

type Chosen = 'appearance' | 'look' | 'buttons' | 'weight' | 'font' | 'background';

/** What a theme can choose from, in the order in which a form offers it. */
export const themeChoices: { readonly [Field in Chosen]: readonly WholeTheme[Field][] } = {
  appearance: ['auto', 'light', 'dark'],
  look: lookIds,
  buttons: ['rounded', 'pill', 'square'],
  weight: ['quiet', 'outline', 'solid', 'line'],
  font: ['system', 'grotesque', 'condensed', 'serif', 'round', 'mono'],
  background: ['tint', 'plain', 'colour', 'blur', 'frame', 'bleed'],
};

/** A theme with everything said: what was stored before there were looks has the first of them. */
export function wholeTheme(theme: PageTheme): WholeTheme {
  const look = theme.look ?? 'sleeve';
  return { ...looks[look], ...theme, look, ground: theme.ground ?? null };
}

/** What may be typed of a theme. */
export type TypedTheme = { [Field in keyof WholeTheme]?: (WholeTheme[Field] extends boolean ? boolean : string) | null };

/**
 * A theme with some of its values changed; what is left out (undefined) stays, a null colour means the artwork's own.
 * Another look brings its own buttons, font and background, unless these are given with it. Where nothing changes it is the very
 * theme that it was.
 */
export function parseTheme(typed: TypedTheme, current: PageTheme): Result<PageTheme, PageThemeRefusal> {
  const errors: Refusal<PageThemeRefusal>[] = [];
  const before = wholeTheme(current);
  const choose = <Field extends Chosen>(field: Field, stays: WholeTheme[Field]): WholeTheme[Field] => {
    const text = typed[field];
    if (text === undefined || text === null) return stays;
    const choices = themeChoices[field];
    const found = choices.find((choice) => choice === text);
    if (found === undefined) errors.push({ code: 'THEME_INVALID', path: [field], message: `Choose one of ${choices.join(', ')}.` });
    return found ?? stays;
  };
  const colour = (field: 'accent' | 'ground'): string | null => {
    const text = typed[field];
    const value = text === undefined ? before[field] : (text?.toLowerCase() ?? null);
    if (value !== null && !/^#[0-9a-f]{6}$/u.test(value)) {
      errors.push({ code: 'THEME_INVALID', path: [field], message: 'Write the colour as # and six digits of 0-9 and a-f, like #e5482d.' });
    }
    return value;
  };
  const appearance = choose('appearance', before.appearance);
  const look = choose('look', before.look);
  const own = look === before.look ? before : looks[look];
  const theme: WholeTheme = {
    appearance,
    look,
    buttons: choose('buttons', own.buttons),
    weight: choose('weight', own.weight),
    font: choose('font', own.font),
    background: choose('background', own.background),
    accent: colour('accent'),
    ground: colour('ground'),
    credit: typed.credit ?? before.credit,
  };
  if (errors.length > 0) return { ok: false, errors };
  const fields = Object.keys(theme) as (keyof WholeTheme)[];
  return { ok: true, value: fields.every((field) => theme[field] === before[field]) ? current : theme };
}
