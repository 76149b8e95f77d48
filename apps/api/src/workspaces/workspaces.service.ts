import { Injectable } from '@nestjs/common';
import { accept, at, parseName, parseTimeZone, type Refusal, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace, requireUser, requireWorkspace } from '../access/access.js';
import { Database, setScope } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { type DeadLinks, deadLinksJob } from './dead-links.js';
import { MemberEntity, WorkspaceEntity, type WorkspaceKind } from './workspace.entity.js';

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** The workspace that the viewer stands in. */
  async current(viewer: Viewer): Promise<WorkspaceEntity> {
    const { workspaceId } = requireWorkspace(viewer);
    return this.database.inWorkspace({ workspaceId }, (tx) => tx.findOneByOrFail(WorkspaceEntity, { id: workspaceId }));
  }

  /** Makes a workspace; whoever makes it owns it. */
  async createWorkspace(viewer: Viewer, input: { name: string; kind: WorkspaceKind; timeZone?: string | null }): Promise<Result<WorkspaceEntity>> {
    const { userId } = requireUser(viewer);
    const name = parseName(input.name);
    const timeZone = at(['timeZone'], parseTimeZone(input.timeZone ?? 'UTC'));
    if (!name.ok || !timeZone.ok) return refusals(name, timeZone);
    return this.database.unit({ userId }, async (tx) => {
      const [made]: { id: string }[] = await tx.query('select uuidv7() as id');
      if (!made) throw new Error('the database made no id');
      await setScope(tx, { workspaceId: made.id, userId });
      await tx.insert(WorkspaceEntity, { id: made.id, kind: input.kind, name: name.value, timeZone: timeZone.value });
      await tx.insert(MemberEntity, { workspaceId: made.id, userId, role: 'owner' });
      return accept(await tx.findOneByOrFail(WorkspaceEntity, { id: made.id }));
    });
  }

  /** Changes what is given; what is left out stays. */
  async updateWorkspace(viewer: Viewer, input: { name?: string | null; timeZone?: string | null; deadLinks?: DeadLinks | null; linkCheckMails?: boolean | null }): Promise<Result<WorkspaceEntity>> {
    const { workspaceId } = requireInWorkspace(viewer, 'workspace:write');
    const name = input.name == null ? accept(null) : parseName(input.name);
    const timeZone = input.timeZone == null ? accept(null) : at(['timeZone'], parseTimeZone(input.timeZone));
    if (!name.ok || !timeZone.ok) return refusals(name, timeZone);
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      await tx.query(
        `update workspaces set name = coalesce($2, name), time_zone = coalesce($3, time_zone), dead_links = coalesce($4, dead_links), link_check_mails = coalesce($5, link_check_mails), updated_at = now() where id = $1`,
        [workspaceId, name.value, timeZone.value, input.deadLinks ?? null, input.linkCheckMails ?? null],
      );
      if (input.deadLinks != null) await this.jobs.enqueue(tx, deadLinksJob, { workspaceId }, { key: `${deadLinksJob}:${workspaceId}` });
      return accept(await tx.findOneByOrFail(WorkspaceEntity, { id: workspaceId }));
    });
  }

  /** The workspaces of a user with their roles, oldest first. */
  async membershipsOf(userId: string): Promise<{ membership: MemberEntity; workspace: WorkspaceEntity }[]> {
    return this.database.unit({ userId }, async (tx) => {
      const memberships = await tx.find(MemberEntity, { where: { userId }, order: { joinedAt: 'ASC', workspaceId: 'ASC' } });
      const workspaces = new Map((await tx.find(WorkspaceEntity)).map((workspace) => [workspace.id, workspace]));
      return memberships.flatMap((membership) => {
        const workspace = workspaces.get(membership.workspaceId);
        return workspace ? [{ membership, workspace }] : [];
      });
    });
  }
}

function refusals(...results: Result<unknown>[]): { ok: false; errors: Refusal[] } {
  return { ok: false, errors: results.flatMap((result) => (result.ok ? [] : result.errors)) };
}
