import { Injectable } from '@nestjs/common';
import { accept, defaultTheme, parseSlug, parseWebUrl, refuse, type Result, type Viewer } from '@lynkify/domain';
import type { PastedLink } from '@lynkify/platforms';
import { requireInWorkspace } from '../access/access.js';
import { RateLimits } from '../access/rate-limits.js';
import { ArtistsService } from '../artists/artists.service.js';
import { Database, type Transaction } from '../database/database.js';
import { addPasted } from '../destinations/pasted-destinations.js';
import { MatchingService } from '../matching/matching.service.js';
import { MediaService } from '../media/media.service.js';
import { uploadLimits } from '../media/read-picture.js';
import { Outbound, OutboundError } from '../outbound/outbound.js';
import { readRelease } from '../releases/release-fields.js';
import { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService, untitled } from '../releases/releases.service.js';
import { RequestError } from '../request-error.js';
import { PageReader, type ReadPage } from './page-reader.service.js';

export interface MoveIn {
  url: string;
  artistId?: string | null;
  releaseId?: string | null;
  title?: string | null;
  artistCredit?: string | null;
  links: readonly string[];
  slug?: string | null;
  artworkUrl?: string | null;
}

export interface MovedIn {
  release: ReleaseEntity;
  links: PastedLink[];
  /** Whether the release has the address that was asked for. */
  slugKept: boolean;
}

/** Brings what stands on a page of another product over here. */
@Injectable()
export class MovingInService {
  constructor(
    private readonly database: Database,
    private readonly reader: PageReader,
    private readonly limits: RateLimits,
    private readonly releases: ReleasesService,
    private readonly artists: ArtistsService,
    private readonly matching: MatchingService,
    private readonly outbound: Outbound,
    private readonly media: MediaService,
  ) {}

  /** What a page holds that could come along. */
  async readPage(viewer: Viewer, url: string): Promise<Result<ReadPage>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const spent = await this.limits.spend('pages-workspace', inside.workspaceId);
    return spent.ok ? this.reader.read(url) : spent;
  }

  /** Makes a release of what was chosen of a page, or adds it to one, and has the rest looked up. */
  async moveIn(viewer: Viewer, input: MoveIn): Promise<Result<MovedIn>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const title = input.title?.trim() ? input.title : untitled;
    const fields = readRelease({ title, artistCredit: input.artistCredit }, noPage);
    const slug = input.slug?.trim() ? parseSlug(input.slug) : accept(null);
    if (!fields.ok || !slug.ok) return { ok: false, errors: [...(fields.ok ? [] : fields.errors), ...(slug.ok ? [] : slug.errors)] };
    const artistId = input.releaseId ? null : (input.artistId ?? (await this.artists.onlyArtistId(viewer)));
    if (!input.releaseId && !artistId) return refuse('ARTIST_MISSING', ['artistId'], 'Say whose release it is: the workspace has not exactly one artist.');

    const moved = await this.database.inWorkspace(inside, async (tx): Promise<Result<MovedIn>> => {
      const target = artistId ? await this.newRelease(tx, artistId, { ...fields.value, title: fields.value.title ?? title }, slug.value) : { release: await this.releases.lock(tx, input.releaseId ?? ''), slugKept: false };
      const { links, changed } = await addPasted(tx, target.release, { text: input.links.join('\n'), method: 'import' });
      const release = changed && !artistId ? await this.releases.changed(tx, target.release) : target.release;
      await this.matching.begin(tx, release, { from: input.url });
      return accept({ release, links, slugKept: target.slugKept });
    });
    if (!moved.ok || !input.artworkUrl || moved.value.release.artworkId !== null) return moved;
    return accept({ ...moved.value, release: await this.takeArtwork(inside, moved.value.release, input.artworkUrl) });
  }

  /** A draft under the old slug where that is free, else under one made from the title. */
  private async newRelease(tx: Transaction, artistId: string, fields: { title: string; artistCredit?: string }, slug: string | null): Promise<{ release: ReleaseEntity; slugKept: boolean }> {
    const artist = await this.artists.require(tx, artistId, 'share');
    const kept = slug === null ? null : await this.releases.addDraft(tx, artist, { slug, fields });
    const id = kept ?? (await this.releases.addDraft(tx, artist, { fields }));
    if (id === null) throw new Error('a release without a chosen slug was refused');
    const release = await tx.findOneByOrFail(ReleaseEntity, { id });
    return { release, slugKept: slug !== null && release.slug === slug };
  }

  /** The page's picture, kept like every upload. A release without one is better than none: what fails here is left out. */
  private async takeArtwork(inside: { workspaceId: string }, release: ReleaseEntity, text: string): Promise<ReleaseEntity> {
    const url = parseWebUrl(text);
    const picture = url && (await this.fetchPicture(inside, url.href));
    if (!picture) return release;
    return this.database.inWorkspace(inside, async (tx) => {
      const locked = await this.releases.lock(tx, release.id);
      return locked.artworkId === null ? this.releases.changed(tx, locked, { artworkId: picture.id }) : locked;
    });
  }

  private async fetchPicture(inside: { workspaceId: string }, url: string): Promise<{ id: string } | null> {
    try {
      const { status, body } = await this.outbound.request({ url, maxBytes: uploadLimits.bytes, timeoutMs: 8_000 });
      return status === 200 ? await this.media.keepFetched(inside, body) : null;
    } catch (error) {
      if (error instanceof OutboundError || error instanceof RequestError) return null;
      throw error;
    }
  }
}

/** A page that has nothing yet, for reading only its title and credit. */
const noPage = { theme: defaultTheme, capture: null };
