import { parseCaptureForm } from './capture-form.js';
import type { BioPageSection, BioPageSectionType, CaptureForm } from './published-page.js';
import { accept, refuse, type Refusal, type Result } from './result.js';
import { parseWebUrl, recogniseSocial } from './social-links.js';
import { cleanLines, cleanText, codePoints } from './text.js';

/** Settings of one type of section: the section without its id and type. */
export type BioSectionSettings<Type extends BioPageSectionType> = Type extends BioPageSectionType ? Omit<Extract<BioPageSection, { type: Type }>, 'id' | 'type'> : never;

/** A section as it is edited and stored. Settings of what somebody typed are not yet to be trusted. */
export interface BioSectionDraft {
  id: string;
  type: string;
  visible: boolean;
  settings: unknown;
}

export type BioSectionRefusal =
  | 'SECTION_TYPE_UNKNOWN'
  | 'SECTION_INVALID'
  | 'SECTION_TWICE'
  | 'LINK_INVALID'
  | 'LINKS_TOO_MANY'
  | 'NETWORK_TWICE'
  | 'TEXT_TOO_LONG'
  | 'CAPTURE_TITLE_INVALID'
  | 'CONSENT_TEXT_INVALID';

/** Most sections of a page, links of a section, and code points of texts. */
export const bioSectionLimits = { sections: 40, links: 200, title: 120, text: 5_000 } as const;

/** What a section's settings are read with. */
export interface SectionReading {
  /** Makes the id of a link that has none. */
  newId: () => string;
  /** The section's settings before, for the version of a capture form. */
  previous?: unknown;
  /** Leaves out the links that are not yet right instead of refusing the section: for a preview while typing. */
  tolerant?: boolean;
}

interface BioSectionDefinition<Type extends BioPageSectionType> {
  type: Type;
  label: string;
  /** Whether a page can have only one: its form and its `/go/` addresses must be unmistakable. */
  single: boolean;
  parse: (settings: Readonly<Record<string, unknown>>, reading: SectionReading) => Result<BioSectionSettings<Type>, BioSectionRefusal>;
}

const definitions: { [Type in BioPageSectionType]: BioSectionDefinition<Type> } = {
  'featured-release': {
    type: 'featured-release',
    label: 'Featured release',
    single: true,
    parse: ({ releaseId = null }) =>
      releaseId === null || (typeof releaseId === 'string' && releaseId !== '') ? accept({ releaseId }) : refuse('SECTION_INVALID', ['releaseId'], 'Pin one of your releases, or leave it at the latest one.'),
  },
  releases: { type: 'releases', label: 'Releases', single: true, parse: ({ title }) => readTitle(title) },
  socials: { type: 'socials', label: 'Social links', single: true, parse: parseSocials },
  links: { type: 'links', label: 'Links', single: false, parse: parseLinks },
  text: {
    type: 'text',
    label: 'Text',
    single: false,
    parse: ({ title, text }) => {
      const heading = readTitle(title);
      if (!heading.ok) return heading;
      const cleaned = typeof text === 'string' ? cleanLines(text) : '';
      const length = codePoints(cleaned);
      if (length > bioSectionLimits.text) return refuse('TEXT_TOO_LONG', ['text'], `This has ${length} characters; at most ${bioSectionLimits.text} fit.`);
      return accept({ title: heading.value.title, text: cleaned });
    },
  },
  signup: { type: 'signup', label: 'Email signup', single: true, parse: parseSignup },
};

/** The types of section that a bio page can have, in the order in which a form offers them. */
export const bioSectionTypes: readonly { type: BioPageSectionType; label: string; single: boolean }[] = Object.values(definitions).map(({ type, label, single }) => ({ type, label, single }));

/** Whether this word is a type of section. */
export function isBioSectionType(type: string): type is BioPageSectionType {
  return Object.hasOwn(definitions, type);
}

/** One section as it was typed, checked and cleaned. Paths are inside the section's settings. */
export function parseBioSection(draft: Omit<BioSectionDraft, 'visible'>, reading: SectionReading): Result<BioPageSection, BioSectionRefusal> {
  const { id, type, settings } = draft;
  if (!isBioSectionType(type)) return refuse('SECTION_TYPE_UNKNOWN', ['type'], `“${type.slice(0, 40)}” is no type of section. Choose one of ${Object.keys(definitions).join(', ')}.`);
  if (!isRecord(settings)) return refuse('SECTION_INVALID', ['settings'], 'The settings of a section are an object.');
  const parsed = definitions[type].parse(settings, reading);
  if (!parsed.ok) return { ok: false, errors: parsed.errors.map((error) => ({ ...error, path: ['settings', ...error.path] })) };
  return accept({ id, type, ...parsed.value } as BioPageSection);
}

/** The second of two sections of which a page can have only one, by index; null when there is none. */
export function doubledSection(types: readonly string[]): number | null {
  const index = types.findIndex((type, place) => isBioSectionType(type) && definitions[type].single && types.indexOf(type) < place);
  return index === -1 ? null : index;
}

/** A section without what its row holds beside the settings. */
export function sectionSettings(section: BioPageSection): Record<string, unknown> {
  return Object.fromEntries(Object.entries(section).filter(([key]) => key !== 'id' && key !== 'type'));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readTitle(value: unknown): Result<{ title: string }, BioSectionRefusal> {
  const title = typeof value === 'string' ? cleanText(value) : '';
  const length = codePoints(title);
  if (length > bioSectionLimits.title) return refuse('TEXT_TOO_LONG', ['title'], `This has ${length} characters; at most ${bioSectionLimits.title} fit.`);
  return accept({ title });
}

/** Reads every entry of a list of links, keeping all reasons; in a tolerant reading those that are wrong are left out. */
function readEach<Item>(value: unknown, reading: SectionReading, read: (entry: Readonly<Record<string, unknown>>) => Result<Item, BioSectionRefusal>): Result<Item[], BioSectionRefusal> {
  if (!Array.isArray(value)) return refuse('SECTION_INVALID', ['links'], 'The links of a section are a list.');
  if (value.length > bioSectionLimits.links) return refuse('LINKS_TOO_MANY', ['links'], `There are ${value.length} links; at most ${bioSectionLimits.links} fit. Remove some, or make a second section.`);
  const items: Item[] = [];
  const errors: Refusal<BioSectionRefusal>[] = [];
  for (const [index, entry] of value.entries()) {
    const item = isRecord(entry) ? read(entry) : refuse('LINK_INVALID' as const, [], 'Enter an address.');
    if (item.ok) items.push(item.value);
    else errors.push(...item.errors.map((error) => ({ ...error, path: ['links', String(index), ...error.path] })));
  }
  return errors.length > 0 && !reading.tolerant ? { ok: false, errors } : accept(items);
}

function parseSocials(settings: Readonly<Record<string, unknown>>, reading: SectionReading): Result<BioSectionSettings<'socials'>, BioSectionRefusal> {
  const networks = new Set<string>();
  const links = readEach(settings.links, reading, ({ url }): Result<{ network: string; url: string }, BioSectionRefusal> => {
    const found = typeof url === 'string' ? recogniseSocial(url) : null;
    if (!found) return refuse('LINK_INVALID', ['url'], 'Enter the address of a profile, like https://www.instagram.com/name.');
    if (networks.has(found.network)) return refuse('NETWORK_TWICE', ['url'], `There is another ${found.network} link above. Keep one of them, or put the second into a section of links.`);
    networks.add(found.network);
    return accept({ network: found.network, url: found.url });
  });
  return links.ok ? accept({ links: links.value }) : links;
}

const linkId = /^(?!social-)[A-Za-z0-9][A-Za-z0-9-]{0,63}$/u;

function parseLinks(settings: Readonly<Record<string, unknown>>, reading: SectionReading): Result<BioSectionSettings<'links'>, BioSectionRefusal> {
  const heading = readTitle(settings.title);
  if (!heading.ok) return heading;
  const ids = new Set<string>();
  const links = readEach(settings.links, reading, ({ id, title, url }): Result<{ id: string; title: string; url: string }, BioSectionRefusal> => {
    const address = typeof url === 'string' ? parseWebUrl(url) : null;
    if (!address) return refuse('LINK_INVALID', ['url'], 'Enter a web address, like https://example.com/tickets.');
    const name = readTitle(title);
    if (!name.ok) return name;
    // The id is part of the public address and of the counts: it is kept as long as it is unmistakable.
    const kept = typeof id === 'string' && linkId.test(id) && !ids.has(id) ? id : reading.newId();
    ids.add(kept);
    return accept({ id: kept, title: name.value.title, url: address.href });
  });
  return links.ok ? accept({ title: heading.value.title, links: links.value }) : links;
}

function parseSignup(settings: Readonly<Record<string, unknown>>, { previous }: SectionReading): Result<BioSectionSettings<'signup'>, BioSectionRefusal> {
  const typed = isRecord(settings.capture) ? settings.capture : {};
  const form = parseCaptureForm(
    { title: String(typed.title ?? ''), consentText: String(typed.consentText ?? ''), askName: typed.askName === true },
    // Stored settings went through here before; the version that a caller sends counts for nothing.
    isRecord(previous) && isCaptureForm(previous.capture) ? previous.capture : null,
  );
  if (!form.ok) return { ok: false, errors: form.errors.map((error) => ({ ...error, path: ['capture', ...error.path] })) };
  return accept({ capture: form.value });
}

function isCaptureForm(value: unknown): value is CaptureForm {
  return isRecord(value) && typeof value.title === 'string' && typeof value.consentText === 'string' && typeof value.version === 'number' && typeof value.askName === 'boolean';
}
