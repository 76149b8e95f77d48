import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import { Log } from '../log.js';
import { MediaService } from '../media/media.service.js';
import { uploadLimits } from '../media/read-picture.js';
import { Outbound, OutboundError } from '../outbound/outbound.js';
import { ServiceBusy, ServiceTurns } from '../outbound/service-turns.js';
import { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { RequestError } from '../request-error.js';
import { artworkWanted } from './fill-release.js';
import { artworkJob } from './match-jobs.js';
import { lookupsOf, matchOf } from './match-rows.js';

/** Fetches the cover that a service named, as a job: through the guard, decoded and encoded anew like every upload. */
@Injectable()
export class MatchArtwork implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly outbound: Outbound,
    private readonly turns: ServiceTurns,
    private readonly media: MediaService,
    private readonly releases: ReleasesService,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(artworkJob, (payload) => this.fetchCover(payload));
  }

  private async fetchCover({ workspaceId, releaseId }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string' || typeof releaseId !== 'string') throw new Error('artwork without its release');
    const wanted = await this.database.unit({ workspaceId }, async (tx) => {
      const release = await tx.findOneBy(ReleaseEntity, { id: releaseId });
      return release && artworkWanted(release, await lookupsOf(tx, releaseId));
    });
    if (!wanted) return;
    const bytes = await this.download(wanted.url);
    const picture = bytes && (await this.keep(workspaceId, bytes));
    if (!picture) return;
    await this.database.unit({ workspaceId }, async (tx) => {
      if (!(await matchOf(tx, releaseId))) return;
      const release = await this.releases.lock(tx, releaseId);
      // Somebody chose one while this one was fetched, or a better service named another.
      if (artworkWanted(release, await lookupsOf(tx, releaseId))?.url !== wanted.url) return;
      await this.releases.changedBySystem(tx, release, { artworkId: picture.id }, { artworkId: wanted.service });
    });
  }

  /** Null: there is no picture. @throws when it may be there later, so that the job is tried again */
  private async download(url: string): Promise<Buffer | null> {
    try {
      await this.turns.take(`host:${new URL(url).hostname}`, { patienceMs: 10_000 });
      const { status, body } = await this.outbound.request({ url, maxBytes: uploadLimits.bytes, timeoutMs: 30_000 });
      if (status === 200) return body;
      if (status >= 500 || status === 429) throw new Error(`the cover was answered with ${status}`);
      return null;
    } catch (error) {
      if (error instanceof ServiceBusy) throw error;
      if (!(error instanceof OutboundError) || !['FORBIDDEN_ADDRESS', 'BAD_URL', 'TOO_LARGE'].includes(error.code)) throw error;
      this.log.warn({ code: error.code }, 'a cover cannot be fetched');
      return null;
    }
  }

  private async keep(workspaceId: string, bytes: Buffer): Promise<{ id: string } | null> {
    try {
      return await this.media.keepFetched({ workspaceId }, bytes);
    } catch (error) {
      // No picture, a broken one, or one that is too small or large: the release goes without.
      if (error instanceof RequestError && error.code !== 'TOO_MANY_REQUESTS') {
        this.log.warn({ code: error.code }, 'a fetched cover is no picture to keep');
        return null;
      }
      throw error;
    }
  }
}
