import type { BioPageSectionType } from '@lynkify/domain';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { FieldErrors } from '../../page-editor/fields.js';
import type { EditedBioPage } from '../bio-page-query.js';

export type SectionSettings = Readonly<Record<string, unknown>>;

/** What the form of a section gets. Its settings are what somebody typed: each form reads what it knows. */
export interface SectionFormProps {
  settings: SectionSettings;
  page: EditedBioPage;
  /** Dotted path of the settings in the draft, for errors. */
  path: string;
  errors: FieldErrors;
  onChange(settings: SectionSettings): void;
}

/** One type of section in the editor. A new type is one file with one of these, named in `section-editors.ts`. */
export interface SectionEditor {
  type: BioPageSectionType;
  icon: Icon;
  /** What it is for, in the menu that adds it. */
  purpose: string;
  /** What a new one starts with. */
  start(artistName: string): SectionSettings;
  /** What stands beside its name while it is closed. */
  summary(settings: SectionSettings, page: EditedBioPage): string;
  Form: ComponentType<SectionFormProps>;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The links of a section as they are typed, whatever is stored. */
export function linksOf(settings: SectionSettings): Readonly<Record<string, unknown>>[] {
  const { links } = settings;
  return Array.isArray(links) ? links.filter((link): link is Record<string, unknown> => typeof link === 'object' && link !== null) : [];
}
