import {
  codePoints, compileBioPage, doubledSection, parseBioSection, parseReleaseType, parseTheme,
  type BioPageDocument, type BioSectionDraft, type PageTheme, type Picture,
} from '@lynkify/domain';
import type { Snapshot } from '../page-editor/autosave.js';
import { readEditorPicture } from '../page-editor/editor-picture.js';
import { themeOf } from '../page-editor/theme.js';
import type { EditedBioPage } from './bio-page-query.js';

/** A section as it is typed. Its settings are read by the part of the form that its type has. */
export interface SectionDraft {
  /** The server's id, or one that was made here for a new section. */
  id: string;
  type: string;
  visible: boolean;
  settings: Readonly<Record<string, unknown>>;
}

export interface BioPageDraft {
  headline: string;
  portrait: Picture | null;
  portraitAlt: string;
  theme: PageTheme;
  sections: SectionDraft[];
}

export const longestHeadline = 200;

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});

/** The draft that a bio page, as the server has it, begins with. */
export function draftOf(page: EditedBioPage): Snapshot<BioPageDraft> {
  const portrait = readEditorPicture(page.portrait);
  return {
    version: page.version,
    draft: {
      headline: page.headline,
      portrait: portrait && { ...portrait, alt: '' },
      portraitAlt: portrait?.alt ?? '',
      theme: themeOf(page.theme),
      sections: page.sections.map(({ id, type, visible, settings }) => ({ id, type, visible, settings: record(settings) })),
    },
  };
}

/** Settings without the rows of links in which nothing was typed yet, and where the others stood. */
export function withoutEmptyLinks(settings: SectionDraft['settings']): { settings: SectionDraft['settings']; places: number[] } {
  const { links } = settings;
  if (!Array.isArray(links)) return { settings, places: [] };
  const typed = [...links.entries()].filter(([, link]) => ['title', 'url'].some((name) => String(record(link)[name] ?? '').trim() !== ''));
  return { settings: { ...settings, links: typed.map(([, link]) => link as unknown) }, places: typed.map(([place]) => place) };
}

/** What is wrong with a draft, by dotted path: `sections.2.settings.links.0.url`. */
export function problemsOf(draft: BioPageDraft): Record<string, string> {
  const problems: Record<string, string> = {};
  const length = codePoints(draft.headline);
  if (length > longestHeadline) problems['headline'] = `This has ${length} characters; at most ${longestHeadline} fit.`;
  if (codePoints(draft.portraitAlt) > 500) problems['portraitAlt'] = 'At most 500 characters fit.';
  const theme = parseTheme(draft.theme, draft.theme);
  if (!theme.ok) for (const { path, message } of theme.errors) problems[['theme', ...path].join('.')] = message;
  for (const [index, section] of draft.sections.entries()) {
    const { settings, places } = withoutEmptyLinks(section.settings);
    const parsed = parseBioSection({ ...section, settings }, { newId: () => crypto.randomUUID(), previous: settings });
    if (!parsed.ok) for (const { path, message } of parsed.errors) problems[['sections', index, ...path.map((part, depth) => (depth === 2 && path[1] === 'links' ? String(places[Number(part)] ?? part) : part))].join('.')] ??= message;
  }
  const doubled = doubledSection(draft.sections.map(({ type }) => type));
  if (doubled !== null) problems[`sections.${doubled}`] = 'A page has this section once. Remove one of the two.';
  return problems;
}

/** The page that a draft makes. What is not yet right is left out. */
export function documentOf(page: EditedBioPage, draft: BioPageDraft, workspaceId: string): BioPageDocument {
  const theme = parseTheme(draft.theme, themeOf(page.theme));
  const sections: BioSectionDraft[] = draft.sections;
  return compileBioPage({
    workspaceId,
    artist: page.artist,
    headline: draft.headline,
    portrait: draft.portrait && { ...draft.portrait, alt: draft.portraitAlt },
    theme: theme.ok ? theme.value : themeOf(page.theme),
    releases: page.releases.map(({ id, slug, title, artistCredit, type, releasedAt, artwork }) => ({
      id, slug, title, artistCredit: artistCredit === '' ? page.artist.name : artistCredit, type: parseReleaseType(type) ?? 'single', releasedAt, artwork: readEditorPicture(artwork),
    })),
    sections,
  });
}

export const fieldNames: Readonly<Record<keyof BioPageDraft, string>> = { headline: 'the line under the name', portrait: 'the portrait', portraitAlt: 'the description of the portrait', theme: 'the look', sections: 'the sections' };
