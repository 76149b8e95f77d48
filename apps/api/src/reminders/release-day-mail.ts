import { dateInWords, languageOf, type SmartLinkDocument } from '@lynkify/domain';
import { platformById, platformName } from '@lynkify/platforms';
import { optInWords } from '../fans/opt-in-words.js';
import { renderMail } from '../mail/mail-layout.js';
import { artworkUrl, platformsOf } from './published-release.js';
import { fill, reminderMailWords, type ReminderMailWords } from './reminder-mail-words.js';

/** Platforms that a mail names; the page has them all. */
const mostNamed = 6;

/** Whom it goes to, and what is known of them. */
export interface Reminded {
  platform: string | null;
  country: string | null;
  locale: string;
  path: string;
  askedAt: Date;
}

/** The one mail of a release's day: its first button is the platform that the fan prefers, as far as the page has it. */
export function releaseDayMail({ path, document }: { path: string; document: SmartLinkDocument }, fan: Reminded, { pagesUrl, unsubscribeUrl, now }: { pagesUrl: string; unsubscribeUrl: string; now: number }) {
  const language = languageOf(fan.locale) ?? 'en';
  const words = reminderMailWords[language];
  const { artist, artwork, release } = document;
  const say = (text: string, platform = '') =>
    fill(language, text, { title: release.title, artist: release.artistCredit, platform, url: `${pagesUrl}${fan.path}`, day: dateInWords(fan.askedAt, language) ?? '' });
  const page = `${pagesUrl}${path}`;
  const rows = platformsOf(document, now, fan).map((id) => ({ label: say(actionWords(id, words), platformName(id)), url: `${page}/go/${encodeURIComponent(id)}?via=reminder` }));
  const [first, ...others] = [...rows.slice(0, mostNamed), { label: words.page, url: `${page}?via=reminder` }];
  return {
    fromName: optInWords[language].from(artist.name),
    subject: say(words.outSubject),
    ...renderMail({
      language,
      title: say(words.outText),
      paragraphs: [],
      ...(artwork && { picture: { url: artworkUrl(artwork, pagesUrl), alt: artwork.alt || release.title } }),
      ...(first && { button: first }),
      more: others,
      footer: { lines: [say(words.outWhy)], links: [{ label: words.unsubscribe, url: unsubscribeUrl }] },
    }),
    headers: { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

function actionWords(id: string, words: ReminderMailWords): string {
  const kind = platformById(id)?.kind;
  return kind === 'store' ? words.buyOn : kind === 'video' ? words.watchOn : words.listenOn;
}
