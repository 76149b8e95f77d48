import type { ReleaseType } from '@lynkify/domain';
import type { ActionLabel } from '@lynkify/platforms';
import type { FormErrorCode, Message } from '../page-view.js';

const types: Record<ReleaseType, string> = {
  single: 'Single',
  ep: 'EP',
  album: 'Album',
  live: 'Live',
  mixtape: 'Mixtape',
  compilation: 'Compilation',
  'podcast-episode': 'Podcast episode',
};

const formErrors: Record<FormErrorCode, string> = {
  'email-empty': 'Enter your email address.',
  'email-invalid': 'Check the address: it looks like name@example.com.',
  'name-too-long': 'Use at most 200 characters.',
  'consent-unticked': 'Tick the box so that we may write to you. Nothing is sent without it.',
  expired: 'This page was open for a long time. Send it once more.',
  'too-many': 'That was tried often just now. Wait a minute and send it again.',
  'try-again': 'That did not get through. Send it once more.',
};

const messages: Record<Message['kind'], { title: string; text: string }> = {
  'not-found': { title: 'There is no page here', text: 'The address may be mistyped, or the page has moved.' },
  gone: { title: 'This page was taken down', text: 'Whoever made it is no longer showing it.' },
  'bad-request': { title: 'That did not work', text: 'What was sent could not be read. Go back and try once more.' },
  'too-many': { title: 'A moment, please', text: 'This was tried often just now. Wait a minute and try again.' },
  unavailable: { title: 'We can’t reach this page right now', text: 'It is not your connection. Try again in a minute.' },
  'check-mail': { title: 'Check your mail', text: 'Press the button in the mail that we are sending you, and you are on the list.' },
  confirm: { title: 'One press and you are in', text: 'Confirm that this address is yours.' },
  confirmed: { title: 'You are on the list', text: 'You will hear first when something new is out.' },
  unsubscribe: { title: 'Leave the list?', text: 'You will get no more mails.' },
  unsubscribed: { title: 'You are off the list', text: 'No more mails will come. You can join again whenever you like.' },
  noted: { title: 'Noted', text: 'Your answer is safe and takes effect within minutes.' },
  'link-invalid': { title: 'This link no longer works', text: 'It is too old or was cut short. Join again to get a new one.' },
};

/** English, and the shape that every other language has. */
export const en = {
  types,
  actions: { Play: 'Play', Listen: 'Listen', Buy: 'Buy', Download: 'Download', Watch: 'Watch', Subscribe: 'Subscribe', 'Pre-save': 'Pre-save', 'Pre-order': 'Pre-order' } satisfies Record<ActionLabel | 'Pre-save' | 'Pre-order', string>,
  smartLink: {
    platforms: 'Where to listen',
    outOn: (date: string) => `Out on ${date}`,
    soon: 'Links appear here when it is out.',
    noLinks: 'No links yet.',
    tracks: (count: number) => (count === 1 ? '1 track' : `${count} tracks`),
    about: 'About',
    title: (title: string, credit: string) => `${title} by ${credit}`,
    description: (title: string, credit: string, platforms: string[], more: number) =>
      `Listen to ${title} by ${credit}${platforms.length > 0 ? ` on ${platforms.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : ''}.`,
    announced: (title: string, credit: string, date: string) => `${title} by ${credit} is out on ${date}.`,
  },
  bioPage: {
    out: 'Out now',
    next: 'Coming next',
    listen: 'Listen',
    see: 'See more',
    releases: 'Releases',
    socials: 'Elsewhere',
    description: (name: string) => `Music, links and news by ${name}.`,
  },
  signup: {
    email: 'Email',
    emailExample: 'you@example.com',
    name: 'First name',
    optional: 'optional',
    join: 'Join',
    notForYou: 'Leave this empty',
    errors: formErrors,
  },
  messages,
  message: {
    home: 'To the start page',
    toArtist: (name: string) => `To ${name}`,
    confirm: 'Confirm',
    unsubscribe: 'Unsubscribe',
    mailTo: (email: string) => `We are sending a mail to ${email}. Press the button in it, and you are on the list.`,
    confirmFor: (name: string) => `Confirm that this address is yours, and ${name} may write to you.`,
    leaveFor: (name: string) => `${name} will send you no more mails.`,
  },
  instance: { title: 'Artists', text: 'Everyone with a page here.', empty: 'No page is published yet.' },
  credit: 'Made with Lynkify',
};

/** The words of the public pages in one language. */
export type Strings = typeof en;
