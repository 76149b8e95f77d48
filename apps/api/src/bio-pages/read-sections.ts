import { randomUUID } from 'node:crypto';
import { accept, bioSectionLimits, doubledSection, parseBioSection, refuse, sectionSettings, type Refusal, type Result } from '@lynkify/domain';
import type { BioSectionEntity } from './bio-page.entity.js';

export interface TypedSection {
  id?: string | null;
  type: string;
  visible: boolean;
  settings: Record<string, unknown>;
}

/** A section ready to be stored; a null id is a new one. */
export interface ReadSection {
  id: string | null;
  type: string;
  visible: boolean;
  settings: Record<string, unknown>;
}

/** Checks a whole list of sections against the domain's definitions, all reasons kept. */
export function readSections(typed: readonly TypedSection[], existing: readonly BioSectionEntity[]): Result<ReadSection[]> {
  if (typed.length > bioSectionLimits.sections) return refuse('SECTIONS_TOO_MANY', ['sections'], `A page has at most ${bioSectionLimits.sections} sections.`);
  const doubled = doubledSection(typed.map(({ type }) => type));
  if (doubled !== null) return refuse('SECTION_TWICE', ['sections', String(doubled)], 'A page has only one section of this kind. Edit the one that is there.');

  const used = new Set<string>();
  const sections: ReadSection[] = [];
  const errors: Refusal[] = [];
  for (const [index, { id = null, type, visible, settings }] of typed.entries()) {
    const path = ['sections', String(index)];
    const before = id === null ? null : existing.find((section) => section.id === id.toLowerCase() && section.type === type);
    if (before === undefined || (id !== null && used.has(id))) {
      errors.push({ code: 'SECTION_UNKNOWN', path: [...path, 'id'], message: 'This section was removed meanwhile. Load the page again.' });
      continue;
    }
    if (id !== null) used.add(id);
    const read = parseBioSection({ id: id ?? '', type, settings }, { newId: randomUUID, previous: before?.settings });
    if (read.ok) sections.push({ id: before?.id ?? null, type, visible, settings: sectionSettings(read.value) });
    else errors.push(...read.errors.map((error) => ({ ...error, path: [...path, ...error.path] })));
  }
  return errors.length > 0 ? { ok: false, errors } : accept(sections);
}
