import { Injectable } from '@nestjs/common';
import { accept, bioSectionLimits, cleanText, parseWebUrl, recogniseSocial, refuse, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import type { BioPageEntity } from '../bio-pages/bio-page.entity.js';
import { BioPagesService } from '../bio-pages/bio-pages.service.js';
import type { TypedSection } from '../bio-pages/read-sections.js';
import { Database } from '../database/database.js';

export interface BioLinks {
  artistId: string;
  links: readonly { title: string; url: string }[];
  socials: readonly string[];
}

export interface AddedToBioPage {
  bioPage: BioPageEntity;
  /** How many were new. */
  added: number;
  /** Addresses that were there already, or are none. */
  left: string[];
}

/** Brings the links of a page of links to an artist's bio page, beside what is there. */
@Injectable()
export class BioLinksService {
  constructor(
    private readonly database: Database,
    private readonly bioPages: BioPagesService,
  ) {}

  /** Adds links and profiles to the draft of a bio page. What is there already is not added twice, and nothing of it goes. */
  async add(viewer: Viewer, input: BioLinks): Promise<Result<AddedToBioPage>> {
    const inside = requireInWorkspace(viewer, 'artists:write');
    // Somebody may save the page in between: what they did is read then, and added to.
    for (let attempt = 1; ; attempt += 1) {
      const { page, sections } = await this.database.inWorkspace(inside, async (tx) => {
        const locked = await this.bioPages.lock(tx, input.artistId);
        return { page: locked, sections: await this.bioPages.sections(tx, locked.artistId) };
      });
      const before = sections.map(({ id, type, visible, settings }): TypedSection => ({ id, type, visible, settings }));
      const { after, added, left } = addTo(before, input);
      if (added === 0) return accept({ bioPage: page, added, left });
      const saved = await this.bioPages.setBioSections(viewer, { artistId: page.artistId, version: page.version, sections: after });
      if (saved.ok) return accept({ bioPage: saved.value, added, left });
      if (saved.errors[0]?.code !== 'STALE_VERSION' || attempt >= 3) return saved.errors.some(({ code }) => code === 'LINKS_TOO_MANY' || code === 'SECTIONS_TOO_MANY') ? tooMany() : saved;
    }
  }
}

const tooMany = () => refuse('LINKS_TOO_MANY', ['links'], `A section has at most ${bioSectionLimits.links} links. Choose fewer of them.`);

function addTo(before: readonly TypedSection[], { links, socials }: BioLinks): { after: TypedSection[]; added: number; left: string[] } {
  const after = [...before];
  const left: string[] = [];
  const profiles = newProfiles(after, socials, left);
  const others = newLinks(after, links, left);
  put(after, 'socials', profiles);
  put(after, 'links', others);
  return { after, added: profiles.length + others.length, left };
}

/** One profile of a network stands in the row of icons; a second one of the same would be refused there. */
function newProfiles(sections: readonly TypedSection[], socials: readonly string[], left: string[]): { network: string; url: string }[] {
  const held = linksOf(sections, 'socials');
  const networks = new Set(held.map(({ url }) => recogniseSocial(String(url))?.network));
  const added: { network: string; url: string }[] = [];
  for (const text of socials) {
    const found = recogniseSocial(text);
    if (!found || networks.has(found.network)) left.push(text);
    else {
      networks.add(found.network);
      added.push({ network: found.network, url: found.url });
    }
  }
  return added;
}

function newLinks(sections: readonly TypedSection[], links: BioLinks['links'], left: string[]): { title: string; url: string }[] {
  const urls = new Set(linksOf(sections, 'links').map(({ url }) => parseWebUrl(String(url))?.href));
  const added: { title: string; url: string }[] = [];
  for (const { title, url } of links) {
    const address = parseWebUrl(url)?.href;
    if (address === undefined || urls.has(address)) left.push(url);
    else {
      urls.add(address);
      added.push({ title: [...cleanText(title)].slice(0, bioSectionLimits.title).join(''), url: address });
    }
  }
  return added;
}

/** Puts links into the first section of a type; where there is none, into a new one above the signup. */
function put(sections: TypedSection[], type: 'socials' | 'links', added: readonly Record<string, string>[]): void {
  if (added.length === 0) return;
  const index = sections.findIndex((section) => section.type === type);
  const found = sections[index];
  if (found) sections[index] = { ...found, visible: true, settings: { ...found.settings, links: [...listOf(found), ...added] } };
  else {
    const signup = sections.findIndex((section) => section.type === 'signup');
    sections.splice(signup === -1 ? sections.length : signup, 0, { type, visible: true, settings: { ...(type === 'links' ? { title: '' } : {}), links: added } });
  }
}

const linksOf = (sections: readonly TypedSection[], type: string) => sections.filter((section) => section.type === type).flatMap(listOf);

function listOf({ settings }: TypedSection): Record<string, unknown>[] {
  const { links } = settings;
  return Array.isArray(links) ? links.filter((link): link is Record<string, unknown> => typeof link === 'object' && link !== null) : [];
}
