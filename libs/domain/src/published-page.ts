/**
 * The immutable documents that the renderer serves. The API compiles them when something is published; the dashboard
 * compiles the same document from what is being typed to show the preview. Plain JSON: no dates, no undefined.
 */

/** A picture in the sizes that were made of it. URLs are relative to the media origin: `/media/{id}/{width}.{format}`. */
export interface Picture {
  id: string;
  /** Width and height of the original in pixels. */
  width: number;
  height: number;
  /** Widths in pixels that exist, ascending. */
  widths: number[];
  /** Formats that exist, best first. */
  formats: PictureFormat[];
  /** Two colours taken from the picture, `#rrggbb`, the stronger first. */
  colours: [string, string];
  /** ThumbHash (https://evanw.github.io/thumbhash/), base64. */
  thumbHash: string;
  /** What the picture shows, for who cannot see it. Empty: decorative. */
  alt: string;
}
export type PictureFormat = 'avif' | 'webp' | 'jpeg';

/** The picture that stands for a page where its address is shared: `/media/{id}/{width}.jpeg`. */
export interface SharePicture {
  id: string;
  /** Pixels. */
  width: number;
  height: number;
}

/**
 * How a page looks. Colours are computed from the artwork unless the artist chose an accent. What came with the looks is
 * missing in what was stored before them: `wholeTheme` says what that stands for.
 */
export interface PageTheme {
  appearance: 'auto' | 'light' | 'dark';
  /** `#rrggbb` or null for the artwork's own. */
  accent: string | null;
  buttons: 'rounded' | 'pill' | 'square';
  /** The small line "Made with Lynkify". */
  credit: boolean;
  look?: LookId;
  /** How strongly rows are drawn. */
  weight?: 'quiet' | 'outline' | 'solid' | 'line';
  /** What titles are set in. */
  font?: 'system' | 'grotesque' | 'condensed' | 'serif' | 'round' | 'mono';
  background?: 'tint' | 'plain' | 'colour' | 'blur' | 'frame' | 'bleed';
  /** The colour that the page's own is made of, `#rrggbb`, or null for the artwork's. */
  ground?: string | null;
}

export type LookId = 'sleeve' | 'gallery' | 'poster' | 'liner' | 'haze' | 'tape' | 'pop' | 'halo';

export const defaultTheme: PageTheme = { appearance: 'auto', accent: null, buttons: 'rounded', credit: true };

/** The capture form of a page, with the exact wording that a fan agrees to. */
export interface CaptureForm {
  /** Heading, e.g. "Get the next one first". */
  title: string;
  /** The exact sentence beside the unticked box. It names the artist. */
  consentText: string;
  /** Version of the wording and fields; goes up whenever either changes. */
  version: number;
  askName: boolean;
}

/** What asks for a mail on release day. */
export interface ReminderForm {
  /** The artist's own sentence beside the button; empty: ours, in the fan's language. */
  consentText: string;
  /** Goes up with every change of the sentence. */
  version: number;
}

export interface PublishedArtist {
  id: string;
  handle: string;
  name: string;
}

/** One platform button of a smart link. The stored URL is what `/go/{platform}` redirects to. */
export interface PublishedDestination {
  id: string;
  /** Platform id of the catalogue, e.g. `spotify`. */
  platform: string;
  url: string;
  /** From when until when the page offers it, ISO 8601 UTC; missing: always. */
  window?: { from: string | null; until: string | null };
  /** Whether it is of use before the release; missing: it is. */
  before?: boolean;
}

/** A destination that the page does not offer for now, because there is nothing at its address any more. */
export interface WithheldDestination extends PublishedDestination {
  /** Place among all destinations of the page, these included, from 0. */
  position: number;
}

export interface PublishedTrack {
  title: string;
  isrc: string | null;
  /** Milliseconds. */
  durationMs: number | null;
  /** Half a minute of it to listen to (`readPreviewUrl`); missing: none. */
  previewUrl?: string | null;
}

/** A video that a page shows. */
export interface PublishedVideo {
  provider: 'youtube' | 'vimeo';
  /** The provider's own id; of an unlisted Vimeo video with its key, `id/key`. */
  id: string;
  /** The artist's words for it; empty: the release's title. */
  title: string;
}

export type ReleaseType = 'single' | 'ep' | 'album' | 'live' | 'mixtape' | 'compilation' | 'podcast-episode';

export interface SmartLinkDocument {
  kind: 'smart-link';
  workspaceId: string;
  artist: PublishedArtist;
  release: {
    id: string;
    slug: string;
    title: string;
    /** The credit as it is printed, e.g. "Lady Gaga & Bruno Mars". */
    artistCredit: string;
    type: ReleaseType;
    /** The moment of release, ISO 8601 UTC, or null when no date is set. */
    releasedAt: string | null;
    /** The date as the artist wrote it, `YYYY-MM-DD`, and its IANA zone. */
    releaseDate: string | null;
    timeZone: string;
    upc: string | null;
    description: string | null;
    tracks: PublishedTrack[];
  };
  artwork: Picture | null;
  destinations: PublishedDestination[];
  /** What is kept back for now, in order; missing when nothing is. Its `/go/…` addresses lead to the page. */
  withheld?: WithheldDestination[];
  /** What the artist has switched off; missing when nothing is. Its `/go/…` addresses lead to the page. */
  off?: PublishedDestination[];
  /** What becomes of platforms that do not operate where the fan is: they come last (also when missing), or are left out. */
  elsewhere?: ElsewhereRule;
  /** Who may see the page and how long; missing: everyone, for good. */
  access?: PageAccess;
  capture: CaptureForm | null;
  /** Before the release the page offers a mail on its day, where this is there. */
  reminder?: ReminderForm | null;
  video?: PublishedVideo | null;
  /** Other releases of the artist, the newest first; missing: none are shown. */
  more?: ReleaseCard[];
  /** Drawn after publishing; missing or null: the artwork stands in. */
  sharePicture?: SharePicture | null;
  theme: PageTheme;
}

/** Platforms that do not operate in the fan's country come last, or are left out. */
export type ElsewhereRule = 'sink' | 'hide';

/** What a page does once it has ended: it leads to the artist's page, or it says that it is gone. */
export type AfterExpiry = 'artist' | 'gone';

/** Who may see a page and how long. */
export interface PageAccess {
  /** When it ends by itself, ISO 8601 UTC, or null. */
  expiresAt: string | null;
  /** What its address does from then on. */
  afterwards: AfterExpiry;
  /** Hash of the password that it asks for (`readPasswordHash`), or null. What members are shown of it is its mark. */
  password: string | null;
}

/** Where the address of an archived release leads: to the artist's page, to one platform, or nowhere any more. */
export type ArchiveTarget = 'artist' | 'platform' | 'gone';

/**
 * The page of a release that was put away: everything of it, to be brought back as it was. Its address leads on; its
 * `/go/…` addresses go on leading to the platforms, unless it is gone.
 */
export interface ArchivedDocument extends Omit<SmartLinkDocument, 'kind'> {
  kind: 'archived';
  leadsTo: ArchiveTarget;
  /** The platform that the address leads to. */
  platform: string | null;
}

/** A release as a bio page shows it. */
export interface ReleaseCard {
  id: string;
  slug: string;
  title: string;
  artistCredit: string;
  type: ReleaseType;
  releasedAt: string | null;
  artwork: Picture | null;
  /** When its page ends by itself, ISO 8601 UTC; missing: it does not. */
  expiresAt?: string;
}

/** The sections of a bio page, in the artist's order. */
export type BioPageSection =
  /** The latest release by date (`releaseId` null) or a pinned one. */
  | { id: string; type: 'featured-release'; releaseId: string | null }
  | { id: string; type: 'releases'; title: string }
  | { id: string; type: 'socials'; links: { network: string; url: string }[] }
  | { id: string; type: 'links'; title: string; links: { id: string; title: string; url: string }[] }
  | { id: string; type: 'text'; title: string; text: string }
  | { id: string; type: 'signup'; capture: CaptureForm };

export type BioPageSectionType = BioPageSection['type'];

export interface BioPageDocument {
  kind: 'bio-page';
  workspaceId: string;
  artist: PublishedArtist;
  headline: string | null;
  portrait: Picture | null;
  /** Every published release of the artist, newest first. */
  releases: ReleaseCard[];
  sections: BioPageSection[];
  /** Drawn after publishing; missing or null: the artwork stands in. */
  sharePicture?: SharePicture | null;
  theme: PageTheme;
}

/** What a former address answers with. */
export interface RedirectDocument {
  kind: 'redirect';
  workspaceId: string;
  /** Path on the same host that now holds the page. */
  to: string;
  /** Of a short form: the channel that its visits are counted with. */
  via?: string;
  /** Of a short form: its campaign, recorded as `utm_campaign`. */
  campaign?: string;
}

/** An address whose page was taken down: answered 410 in style. */
export interface GoneDocument {
  kind: 'gone';
  workspaceId: string;
  artist: PublishedArtist | null;
}

export type PublishedDocument = SmartLinkDocument | BioPageDocument | ArchivedDocument | RedirectDocument | GoneDocument;
