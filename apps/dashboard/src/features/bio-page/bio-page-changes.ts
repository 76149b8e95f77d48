import { bioSectionTypes, type BioPageDocument, type BioPageSection } from '@lynkify/domain';
import { captureChange, listChange, lookChange, pictureChange, proseChange, textChange } from '../page-editor/change-words.js';
import { same } from '../page-editor/same.js';

/** Whether what the API calls the published document is a bio page. */
export function isBioPage(document: unknown): document is BioPageDocument {
  return typeof document === 'object' && document !== null && (document as { kind?: unknown }).kind === 'bio-page';
}

/** What a section is called, with its title where it has one. */
function nameOf(section: BioPageSection): string {
  const label = bioSectionTypes.find(({ type }) => type === section.type)?.label ?? section.type;
  return 'title' in section && section.title !== '' ? `${label} “${section.title}”` : label;
}

/** What publishing changes for fans, in words. */
export function bioPageChanges(before: BioPageDocument, after: BioPageDocument): string[] {
  return [
    ...textChange('The line under the name', before.headline, after.headline),
    ...pictureChange('The portrait', before.portrait, after.portrait),
    ...listChange(before.sections, after.sections, {
      keyOf: ({ id }) => id,
      nameOf,
      what: 'The sections',
      kept: sectionChange,
    }),
    ...lookChange(before.theme, after.theme),
  ];
}

function sectionChange(before: BioPageSection, after: BioPageSection): string[] {
  if (same(before, after)) return [];
  if (before.type === 'signup' && after.type === 'signup') return captureChange(before.capture, after.capture);
  if (before.type === 'text' && after.type === 'text') return [...textChange('The text’s title', before.title, after.title), ...proseChange(nameOf(after), before.text, after.text)];
  if (before.type === 'featured-release' && after.type === 'featured-release') return [after.releaseId === null ? 'The latest release is featured' : 'Another release is featured'];
  if ('links' in before && 'links' in after && before.links.length !== after.links.length) return [`${nameOf(after)}: ${before.links.length} links become ${after.links.length}`];
  return [`${nameOf(after)} changes`];
}
