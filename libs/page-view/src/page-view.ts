import type { WholeTheme } from '@lynkify/domain';
import type { InAppHelp, PlatformMark } from '@lynkify/platforms';
import type { Palettes } from './colour/palette.js';
import type { Named } from './strings/reminder.js';

/** What a page needs besides its document: the moment, the addresses, the fan. */
export interface PageFacts {
  now: Date;
  /** Origin of the public pages without a slash at the end; canonical and sharing addresses start with it. */
  pagesUrl: string;
  /** What stands before `/media/…`: an origin without a slash at the end, or empty for the page's own. */
  mediaUrl: string;
  /** What stands before `/fonts/…`, where that is not what stands before `/media/…`. */
  fontsUrl?: string;
  /** BCP 47. A language without words of ours falls back to English. */
  locale: string;
  /** The platform that this fan chose before, if it is known. */
  platform?: string | null;
  /** They asked for that platform to be opened straight away. */
  alwaysOpen?: boolean;
  /** ISO 3166-1 alpha-2 of where the fan is, if it is known: platforms that do not operate there come last, or are left out. */
  country?: string | null;
  /** What has to be said inside the app that the page is shown in (an id of `inAppHelps`), if anything. */
  inApp?: string | null;
  /** What was typed into the capture form and what is wrong with it. */
  form?: FormState;
  /** One sentence above the page, e.g. that a preview is not published. */
  notice?: string | null;
}

/** Why a field of the capture form was refused; the words for it are in `strings(locale).signup.errors`. */
export type FormErrorCode = 'email-empty' | 'email-invalid' | 'name-too-long' | 'consent-unticked' | 'consent-changed' | 'expired' | 'too-many' | 'try-again';

export interface FormState {
  /** Hidden field `t`: the renderer's signed stamp. Empty where nothing can be sent (the dashboard's preview). */
  startedToken: string;
  values?: { email?: string; name?: string; consent?: boolean };
  /** `form` is what concerns no single field. */
  errors?: { email?: FormErrorCode; name?: FormErrorCode; consent?: FormErrorCode; form?: FormErrorCode };
}

/** A picture as an element needs it: addresses with widths, measures, and what paints before it has come. */
export interface PictureView {
  /** `type` and `srcset` of each `<source>`, best format first. */
  sources: { type: string; srcSet: string }[];
  /** Address of the JPEG for browsers that know nothing better. */
  src: string;
  width: number;
  height: number;
  alt: string;
  /** A few pixels of the picture as a data address, at most 1 KB, or null. */
  placeholder: string | null;
}

/** SVG path data on a grid of `markGrid`, or one or two letters where no mark is free to use. */
export type Mark = PlatformMark;

/** One row of a smart link. */
export interface DestinationRow {
  platform: string;
  name: string;
  /** "Play", "Buy", "Pre-save". */
  action: string;
  href: string;
  mark: Mark;
  /** The mark's colour on a row, corrected to stand out from it. */
  colours: { light: string; dark: string };
}

/** What a fan may decide about the platform that they use. */
export interface OwnPlatformView {
  /** Path that the form is posted to. */
  action: string;
  platform: string;
  name: string;
  /** It is opened straight away. */
  always: boolean;
}

/** What a fan is told inside an app whose browser lets no music app open. */
export interface InAppView extends Pick<InAppHelp, 'links' | 'sign' | 'at'> {
  /** Address that leads out to Safari, or null where there is none. */
  safari: string | null;
}

export interface SignupView {
  /** Path that the form is posted to. */
  action: string;
  title: string;
  consentText: string;
  /** Of words that the artist wrote in another language than the page's: that language, empty where it is not known; else null. */
  lang: { title: string | null; consentText: string | null };
  /** Hidden field `shown`: the page's language and which words the form has, so that exactly they are put on record. */
  shown: string;
  askName: boolean;
  startedToken: string;
  values: { email: string; name: string; consent: boolean };
  errors: { email: string | null; name: string | null; consent: string | null; form: string | null };
}

/** What asks for a mail on release day. */
export interface ReminderView {
  /** Path that the form is posted to. */
  action: string;
  title: string;
  /** The sentence beside the button, exactly what is asked for. */
  consentText: string;
  /** Hidden field `shown`: which words those are. */
  shown: string;
  startedToken: string;
  email: string;
  /** What is wrong with the address, and with the rest. */
  errors: { email: string | null; form: string | null };
}

export interface PageHead {
  title: string;
  description: string;
  /** Absolute address, or null for pages that are not to be found again. */
  canonical: string | null;
  /** Picture for link previews, absolute, JPEG. */
  image: { url: string; width: number; height: number; alt: string } | null;
  /** Open Graph type. */
  type: 'music.album' | 'music.song' | 'profile' | 'website';
  index: boolean;
  /** schema.org data, or null. */
  jsonLd: object | null;
}

/** A page's look, of which the style sheet is made. */
export interface LookView extends Pick<WholeTheme, 'weight' | 'font' | 'background'> {
  id: WholeTheme['look'];
  /** What stands before `/fonts/…`. */
  fontsUrl: string;
}

interface ViewBase {
  locale: string;
  dir: 'ltr' | 'rtl';
  head: PageHead;
  theme: Pick<WholeTheme, 'appearance' | 'buttons' | 'credit'>;
  /** What its look adds to the style sheet; null: nothing. */
  look: LookView | null;
  palettes: Palettes;
  notice: string | null;
  /** When this view stops being true by itself (release, another day until it), ISO 8601 UTC; null: never. */
  changesAt: string | null;
}

export interface SmartLinkView extends ViewBase {
  kind: 'smart-link';
  phase: 'announced' | 'released';
  title: string;
  artist: { credit: string; name: string; href: string };
  /** "Album · 2024"; before the release only its type. */
  facts: string;
  /** "Out on 16 August 2026" with "in 5 days", before the release. */
  out: { date: string; when: string | null } | null;
  artwork: PictureView | null;
  /** The row to be filled: the fan's own platform, or the only one there is. */
  lead: DestinationRow | null;
  /** Below it, where it is the platform that the fan chose. */
  own: OwnPlatformView | null;
  help: InAppView | null;
  rows: DestinationRow[];
  /** Before the release in place of the signup, where the artist offers it. */
  reminder: ReminderView | null;
  /** Path of the calendar file, before the release. */
  calendar: string | null;
  signup: SignupView | null;
  description: string[];
  /** With the address of each preview that may be played, of this page's own; empty where its player is only to be seen. */
  tracks: { title: string; duration: string | null; preview: string | null }[];
  /** Who lends the previews; empty: there are none. */
  lenders: string[];
  video: VideoView | null;
  /** Other releases of the artist. */
  more: ReleaseCardView[];
  share: ShareView | null;
  /** Origins elsewhere that the page may play sound from and show frames of, once somebody asks for it. */
  outside: { media: string[]; frames: string[] };
}

export interface VideoView {
  title: string;
  /** Address of the player. */
  player: string;
  /** Address of a picture that stands for it, or null. */
  poster: string | null;
}

/** How a fan passes the page on. */
export interface ShareView {
  /** To be copied. */
  address: string;
  ways: { name: string; href: string }[];
}

/** A release on a bio page. */
export interface ReleaseCardView {
  href: string;
  title: string;
  /** The credit, where it is more than the artist's own name. */
  credit: string | null;
  facts: string;
  artwork: PictureView | null;
}

export type SectionView =
  | { id: string; type: 'featured'; eyebrow: string; action: string; card: ReleaseCardView }
  | { id: string; type: 'releases'; title: string; cards: ReleaseCardView[] }
  | { id: string; type: 'socials'; title: string; links: { network: string; name: string; href: string; mark: Mark }[] }
  | { id: string; type: 'links'; title: string; links: { title: string; host: string; href: string }[] }
  | { id: string; type: 'text'; title: string; paragraphs: string[] }
  | { id: string; type: 'signup'; signup: SignupView };

export interface BioPageView extends ViewBase {
  kind: 'bio-page';
  name: string;
  headline: string | null;
  portrait: PictureView | null;
  /** Where a fan's links open one platform straight away: how to undo it. */
  own: OwnPlatformView | null;
  sections: SectionView[];
}

/** The pages that are one message and at most one thing to do. */
export type Message =
  | { kind: 'not-found' }
  | { kind: 'gone'; artist?: { name: string; handle: string } | null }
  | { kind: 'bad-request' }
  | { kind: 'too-many' }
  | { kind: 'unavailable' }
  /** After the capture form: the mail with the link is on its way. */
  | { kind: 'check-mail'; email?: string | null; artist?: { name: string; handle: string } | null }
  /** GET of a link in a mail: the button posts to `action`. */
  | { kind: 'confirm'; action: string; artistName?: string | null }
  | { kind: 'confirmed'; artist?: { name: string; handle: string } | null }
  | { kind: 'unsubscribe'; action: string; artistName?: string | null }
  | { kind: 'unsubscribed'; artist?: { name: string; handle: string } | null }
  /** The answer was kept and takes effect soon: the API could not be reached. */
  | { kind: 'noted' }
  | { kind: 'link-invalid' };

/** The same about a reminder. Without `named` it is not known which release it is about. */
export type ReminderMessage =
  | { kind: 'reminder-check-mail'; path: string; named: Named }
  /** GET of the link in the mail: the button posts to `action`, with the platform that is picked from `platforms`. */
  | { kind: 'reminder-confirm'; action: string; named: Named | null; platforms: readonly string[]; platform: string | null }
  | { kind: 'reminder-confirmed' | 'reminder-out'; path: string; named: Named }
  | { kind: 'reminder-cancel'; action: string; named: Named | null }
  | { kind: 'reminder-cancelled'; path: string; named: Named }
  | { kind: 'reminder-invalid' };

export interface MessageView extends ViewBase {
  kind: 'message';
  message: Message['kind'] | ReminderMessage['kind'] | 'password';
  title: string;
  text: string;
  /** A form with one button. */
  button: { action: string; label: string } | null;
  /** A password that is asked for above the button; missing: none. `error`: what is wrong with the one that was sent. */
  password?: { name: string; label: string; error: string | null };
  /** What can be picked beside the button, by a field of this name. */
  choice?: { name: string; label: string; options: { value: string; label: string }[]; chosen: string } | null;
  link: { href: string; label: string } | null;
}

/** One artist on the instance's home page. */
export interface InstanceArtist {
  handle: string;
  name: string;
  href: string;
  portrait: PictureView | null;
}

export interface InstanceView extends ViewBase {
  kind: 'instance';
  title: string;
  text: string;
  artists: InstanceArtist[];
}

/** A page that can be drawn. Everything is decided in it: components only lay it out. */
export type PageView = SmartLinkView | BioPageView | MessageView | InstanceView;
