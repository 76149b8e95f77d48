import { Injectable } from '@nestjs/common';
import { accept, parsePagePassword, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { hashPagePassword } from './page-password.js';
import type { ReleaseEntity } from './release.entity.js';
import { ReleasesService } from './releases.service.js';

/** The password of a release's page. What was typed is kept nowhere. */
@Injectable()
export class ReleasePasswordService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
  ) {}

  /** Null takes the password off. Like everything that is saved of a release, it is public once the release is published. */
  async setPassword(viewer: Viewer, { releaseId, password }: { releaseId: string; password?: string | null }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const parsed = password == null ? accept(null) : parsePagePassword(password);
    // Before anything is locked: it takes a moment by design.
    const passwordHash = parsed.ok && parsed.value !== null ? await hashPagePassword(parsed.value) : null;
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const release = await this.releases.lock(tx, releaseId);
      if (!parsed.ok) return parsed;
      return accept(passwordHash === release.passwordHash ? release : await this.releases.changed(tx, release, { passwordHash }));
    });
  }
}
