import { platformName } from '@lynkify/platforms';
import { palettes } from './colour/palette.js';
import type { MessageView, PageFacts, ReminderMessage } from './page-view.js';
import { direction, pageLocale, strings, type Strings } from './strings/strings.js';

/** A page about a reminder: one message and at most one thing to do. */
export function toReminderMessageView(message: ReminderMessage, facts: Pick<PageFacts, 'locale'>): MessageView {
  const locale = pageLocale(facts.locale);
  const words = strings(locale);
  const { title, text } = said(message, words);
  return {
    kind: 'message',
    locale,
    dir: direction(locale),
    head: { title, description: text, canonical: null, image: null, type: 'website', index: false, jsonLd: null },
    theme: { appearance: 'auto', buttons: 'rounded', credit: true },
    look: null,
    palettes: palettes(null, null),
    notice: null,
    changesAt: null,
    message: message.kind,
    title,
    text,
    button: 'action' in message ? { action: message.action, label: message.kind === 'reminder-cancel' ? words.reminder.callOff : words.reminder.remind } : null,
    choice: message.kind === 'reminder-confirm' ? choiceOf(message, words) : null,
    link: 'path' in message ? { href: message.path, label: words.reminder.toRelease(message.named.title) } : 'action' in message ? null : { href: '/', label: words.message.home },
  };
}

function said(message: ReminderMessage, words: Strings): { title: string; text: string } {
  const plain = words.reminder.messages[message.kind];
  if (message.kind === 'reminder-confirm' && message.named) return { ...plain, text: words.reminder.confirmNamed(message.named) };
  if (message.kind === 'reminder-cancel' && message.named) return { ...plain, text: words.reminder.cancelNamed(message.named) };
  return plain;
}

/** With one platform there is nothing to pick. */
function choiceOf({ platforms, platform }: Extract<ReminderMessage, { kind: 'reminder-confirm' }>, words: Strings): MessageView['choice'] {
  if (platforms.length < 2) return null;
  return {
    name: 'platform',
    label: words.reminder.whereDoYouListen,
    options: [{ value: '', label: words.reminder.noPreference }, ...platforms.map((id) => ({ value: id, label: platformName(id) }))],
    chosen: platform !== null && platforms.includes(platform) ? platform : '',
  };
}
