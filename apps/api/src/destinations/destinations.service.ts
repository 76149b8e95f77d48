import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result, type Viewer } from '@lynkify/domain';
import { asStoreLink, platformName, readPastedLinks, recognise, type PastedLink } from '@lynkify/platforms';
import { In } from 'typeorm';
import { requireInWorkspace, requirePermission } from '../access/access.js';
import { acceptUnlessTaken } from '../database/constraints.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { batchLoader } from '../graphql/context.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { notFound } from '../request-error.js';
import { DestinationEntity } from './destination.entity.js';
import { readOffer, type TypedOffer } from './destination-offer.js';
import { addPasted, type Paste } from './pasted-destinations.js';

@Injectable()
export class DestinationsService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
  ) {}

  /** Destinations by release, in order. */
  readonly ofRelease = batchLoader<string, DestinationEntity[]>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) => tx.find(DestinationEntity, { where: { releaseId: In([...ids]) }, order: { position: 'asc' } }));
    return ids.map((id) => rows.filter((row) => row.releaseId === id));
  });

  /** What each link of a text is; beside a release, what it would do there. Nothing is saved. */
  async recogniseLinks(viewer: Viewer, text: string, releaseId: string | null): Promise<PastedLink[]> {
    requirePermission(viewer, 'releases:read');
    if (releaseId === null) return readPastedLinks(text);
    const inside = requireInWorkspace(viewer, 'releases:read');
    const existing = await this.database.inWorkspace(inside, async (tx) => {
      const known: unknown[] = isId(releaseId) ? await tx.query('select 1 from releases where id = $1', [releaseId]) : [];
      if (known.length === 0) throw notFound('release');
      return tx.findBy(DestinationEntity, { releaseId });
    });
    return readPastedLinks(text, existing);
  }

  async addDestinations(viewer: Viewer, { releaseId, ...paste }: Paste & { releaseId: string }): Promise<Result<{ release: ReleaseEntity; links: PastedLink[] }>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx) => {
      const release = await this.releases.lock(tx, releaseId);
      const { links, changed } = await addPasted(tx, release, paste);
      return accept({ release: changed ? await this.releases.changed(tx, release) : release, links });
    });
  }

  /** Puts another address in a destination's place (the platform goes with the address), or changes when it is offered. */
  async updateDestination(viewer: Viewer, { destinationId, url, ...said }: { destinationId: string; url?: string | null } & TypedOffer): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.withDestination(inside, destinationId, (tx, destination, release) => this.update(tx, { destination, release }, url ?? null, said));
  }

  /** The same by release and platform, as labels' scripts know them. */
  async updateOffer(viewer: Viewer, { releaseId, platform, ...said }: { releaseId: string; platform: string } & TypedOffer): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx) => {
      const release = await this.releases.lock(tx, releaseId);
      const destination = await tx.findOneBy(DestinationEntity, { releaseId: release.id, platform });
      if (!destination) throw notFound('destination');
      return this.update(tx, { destination, release }, null, said);
    });
  }

  private async update(tx: Transaction, { destination, release }: { destination: DestinationEntity; release: ReleaseEntity }, url: string | null, said: TypedOffer): Promise<Result<ReleaseEntity>> {
    const offer = readOffer(said, destination);
    if (!offer.ok) return offer;
    const moved = url === null ? accept(false) : await this.readdress(tx, destination, url);
    if (!moved.ok) return moved;
    const { offered, offeredFrom, offeredUntil, beforeRelease } = offer.value;
    const differs = offered !== destination.offered || offeredFrom !== destination.offeredFrom || offeredUntil !== destination.offeredUntil || beforeRelease !== destination.beforeRelease;
    if (differs) await tx.update(DestinationEntity, { workspaceId: destination.workspaceId, id: destination.id }, offer.value);
    return accept(differs || moved.value ? await this.releases.changed(tx, release) : release);
  }

  /** Whether the address is another one than before. */
  private async readdress(tx: Transaction, destination: DestinationEntity, url: string): Promise<Result<boolean>> {
    const recognised = recognise(url);
    const found = recognised.status === 'not-understood' && destination.platform === 'official_store' ? asStoreLink(url) : recognised;
    if (found.status === 'not-understood') return refuse(found.reason.code, ['url'], found.reason.message);
    if (found.url === destination.url) return accept(false);
    const written = await acceptUnlessTaken(
      tx.query(`update destinations set platform = $3, url = $4, pasted_text = $5, entity = $6, method = 'typed', checked_at = null, evidence = '{}', score = null, service = null, flagged = false, country = null where workspace_id = $1 and id = $2`, [
        destination.workspaceId,
        destination.id,
        found.platform,
        found.url,
        url.slice(0, 300),
        found.entity,
      ]),
      'destinations_platform_key',
      'PLATFORM_TAKEN',
      ['url'],
      `The release has another ${platformName(found.platform)} link. Change or remove that one.`,
    );
    return written.ok ? accept(true) : written;
  }

  async removeDestination(viewer: Viewer, { destinationId }: { destinationId: string }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.withDestination(inside, destinationId, async (tx, destination, release) => {
      await tx.delete(DestinationEntity, { workspaceId: destination.workspaceId, id: destination.id });
      return accept(await this.releases.changed(tx, release));
    });
  }

  /** Puts a release's destinations into this order. The list names each of them once, or something was changed meanwhile. */
  async reorderDestinations(viewer: Viewer, { releaseId, destinationIds }: { releaseId: string; destinationIds: readonly string[] }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const release = await this.releases.lock(tx, releaseId);
      const existing = await tx.find(DestinationEntity, { where: { releaseId }, order: { position: 'asc' } });
      const named = new Set(destinationIds.map((id) => id.toLowerCase()));
      if (named.size !== destinationIds.length || named.size !== existing.length || !existing.every(({ id }) => named.has(id))) {
        return refuse('DESTINATIONS_CHANGED', ['destinationIds'], 'The platforms of this release were changed meanwhile. Load it again and put them in order once more.');
      }
      if (existing.every(({ id }, index) => id === destinationIds[index])) return accept(release);
      await tx.query(
        `update destinations d set position = listed.place - 1 from unnest($2::uuid[]) with ordinality as listed (id, place) where d.release_id = $1 and d.id = listed.id`,
        [releaseId, destinationIds],
      );
      return accept(await this.releases.changed(tx, release));
    });
  }

  /** Runs with a destination and its release, which is locked first so that what is read of both holds. */
  private withDestination(
    inside: { workspaceId: string },
    id: string,
    work: (tx: Transaction, destination: DestinationEntity, release: ReleaseEntity) => Promise<Result<ReleaseEntity>>,
  ): Promise<Result<ReleaseEntity>> {
    return this.database.inWorkspace(inside, async (tx) => {
      const seen = isId(id) ? await tx.findOneBy(DestinationEntity, { id }) : null;
      if (!seen) throw notFound('destination');
      const release = await this.releases.lock(tx, seen.releaseId);
      const destination = await tx.findOneBy(DestinationEntity, { id });
      if (!destination) throw notFound('destination');
      return work(tx, destination, release);
    });
  }
}
