import { socialNetwork, type BioPageDocument } from '@lynkify/domain';
import { socialMark } from '@lynkify/platforms';
import type { Mark } from './page-view.js';

/** The name and mark of a social network; one that is not known stands for itself. */
export function socialLook(network: string): { name: string; mark: Mark } {
  return { name: socialNetwork(network)?.label ?? network, mark: socialMark(network).mark };
}

/** Where else the artist is, as a bio page's sections say. */
export function socialUrls(document: BioPageDocument): string[] {
  return document.sections.flatMap((section) => (section.type === 'socials' ? section.links.map((link) => link.url) : []));
}
