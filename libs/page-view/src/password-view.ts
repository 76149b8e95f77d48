import { palettes } from './colour/palette.js';
import type { MessageView, PageFacts } from './page-view.js';
import { direction, pageLocale, strings } from './strings/strings.js';

/** What is wrong with a password that was sent. */
export type PasswordError = 'wrong' | 'too-many' | 'busy';

/**
 * What a page with a password is for who has not given it. It names neither the release nor the artist and has no colour
 * of the artwork: whoever only has the address learns nothing that does not stand in it.
 * @param action path that the password is posted to
 */
export function toPasswordView(action: string, error: PasswordError | null, facts: Pick<PageFacts, 'locale'>): MessageView {
  const locale = pageLocale(facts.locale);
  const words = strings(locale).password;
  return {
    kind: 'message',
    locale,
    dir: direction(locale),
    head: { title: words.title, description: words.text, canonical: null, image: null, type: 'website', index: false, jsonLd: null },
    theme: { appearance: 'auto', buttons: 'rounded', credit: true },
    look: null,
    palettes: palettes(null, null),
    notice: null,
    changesAt: null,
    message: 'password',
    title: words.title,
    text: words.text,
    password: { name: 'password', label: words.label, error: error && words.errors[error] },
    button: { action, label: words.open },
    link: null,
  };
}
