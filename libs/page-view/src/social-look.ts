import type { BioPageDocument } from '@lynkify/domain';
import type { Mark } from './page-view.js';
import { monogram } from './platform-look.js';

/** The name and mark of a social network; one that is not known stands for itself. */
export function socialLook(network: string): { label: string; mark: Mark } {
  return { label: network, mark: { letters: monogram(network) } };
}

/** Where else the artist is, as a bio page's sections say. */
export function socialUrls(document: BioPageDocument): string[] {
  return document.sections.flatMap((section) => (section.type === 'socials' ? section.links.map((link) => link.url) : []));
}
