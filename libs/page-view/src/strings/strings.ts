import { directionOf, languageOf, languages, type Language } from '@lynkify/domain';
import { bioPageWords } from './bio-page.js';
import { embedWords } from './embed.js';
import { inAppWords } from './in-app.js';
import { messageFrameWords } from './message-frame.js';
import { messageWords } from './messages.js';
import { moreWords } from './more.js';
import { passwordWords } from './password.js';
import { ownPlatformWords } from './own-platform.js';
import { actionWords, releaseTypes } from './release.js';
import { reminderWords } from './reminder.js';
import { shareWords } from './share.js';
import { signupWords } from './signup.js';
import { siteWords } from './site.js';
import { smartLinkWords } from './smart-link.js';
import { trackWords } from './tracks.js';

/** Everything that the public pages say in one language: a line for each feature's file. */
function gather(language: Language) {
  return {
    types: releaseTypes[language],
    actions: actionWords[language],
    smartLink: smartLinkWords[language],
    bioPage: bioPageWords[language],
    signup: signupWords[language],
    password: passwordWords[language],
    reminder: reminderWords[language],
    messages: messageWords[language],
    message: messageFrameWords[language],
    ownPlatform: ownPlatformWords[language],
    inApp: inAppWords[language],
    embed: embedWords[language],
    tracks: trackWords[language],
    more: moreWords[language],
    share: shareWords[language],
    ...siteWords[language],
  };
}

/** The words of the public pages in one language. */
export type Strings = ReturnType<typeof gather>;

const gathered: ReadonlyMap<Language, Strings> = new Map(languages.map((language) => [language, gather(language)]));
const english = gather('en');

/** The words of the public pages in the language of a BCP 47 tag; English where there are none. */
export function strings(locale: string): Strings {
  return gathered.get(languageOf(locale) ?? 'en') ?? english;
}

/** The tag that is true of the words on the page: the asked one where there are words for it, else `en`. */
export function pageLocale(locale: string): string {
  const known = languageOf(locale) !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(locale);
  return known ? locale : 'en';
}

/** The direction of a page in the language of a BCP 47 tag. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return directionOf(languageOf(locale) ?? 'en');
}
