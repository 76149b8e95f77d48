import { doubledSection, parseBioSection, type BioSectionDraft } from './bio-section.js';
import { defaultCaptureForm } from './capture-form.js';
import type { BioPageDocument, BioPageSection, PageTheme, Picture, PublishedArtist, ReleaseCard } from './published-page.js';
import { cleanText } from './text.js';

/** What a bio page is made of: the rows as they are saved, or a form as it is being typed. */
export interface BioPageSource {
  workspaceId: string;
  artist: PublishedArtist;
  headline: string;
  portrait: Picture | null;
  theme: PageTheme;
  /** The artist's published releases, in any order. */
  releases: readonly ReleaseCard[];
  /** In the artist's order, hidden ones included. */
  sections: readonly BioSectionDraft[];
}

/** Newest first; those without a date last. Of one moment, the one made later first (ids grow with time). */
export function newestFirst(releases: readonly ReleaseCard[]): ReleaseCard[] {
  const moment = ({ releasedAt }: ReleaseCard) => (releasedAt === null ? -Infinity : Date.parse(releasedAt));
  return [...releases].sort((a, b) => compare(moment(b), moment(a)) || compare(b.id, a.id));
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The document that the renderer serves as an artist's bio page. Pure: the same source, the same document. Hidden
 * sections and those that are not yet right are left out.
 */
export function compileBioPage(source: BioPageSource): BioPageDocument {
  const { artist, portrait, theme } = source;
  return {
    kind: 'bio-page',
    workspaceId: source.workspaceId,
    artist: { id: artist.id, handle: artist.handle, name: artist.name },
    headline: cleanText(source.headline) || null,
    portrait: portrait && { ...portrait },
    releases: newestFirst(source.releases),
    sections: shownSections(source.sections),
    theme: { ...theme },
  };
}

function shownSections(drafts: readonly BioSectionDraft[]): BioPageSection[] {
  const shown: BioPageSection[] = [];
  for (const draft of drafts) {
    if (!draft.visible) continue;
    let count = 0;
    const section = parseBioSection(draft, { newId: () => `${draft.id}-${(count += 1)}`, previous: draft.settings, tolerant: true });
    if (section.ok && doubledSection([...shown, section.value].map(({ type }) => type)) === null) shown.push(section.value);
  }
  return shown;
}

/** The sections that a new bio page starts with, without ids. */
export function defaultBioSections(artistName: string): Omit<BioSectionDraft, 'id'>[] {
  return [
    { type: 'featured-release', visible: true, settings: { releaseId: null } },
    { type: 'socials', visible: true, settings: { links: [] } },
    { type: 'links', visible: true, settings: { title: '', links: [] } },
    { type: 'signup', visible: true, settings: { capture: defaultCaptureForm(artistName) } },
  ];
}
