import { Injectable } from '@nestjs/common';
import { accept, parseText, parseTheme, refuse, type Refusal, type Result, type Viewer } from '@lynkify/domain';
import { In } from 'typeorm';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { batchLoader } from '../graphql/context.js';
import { MediaService } from '../media/media.service.js';
import { notFound } from '../request-error.js';
import { BioPageEntity, BioSectionEntity } from './bio-page.entity.js';
import { readSections, type TypedSection } from './read-sections.js';

export interface TypedBioPage {
  headline?: string | null;
  portraitId?: string | null;
  portraitAlt?: string | null;
  theme?: { appearance?: string | null; accent?: string | null; buttons?: string | null; credit?: boolean | null } | null;
}

const stale = () => refuse('STALE_VERSION', ['version'], 'Somebody saved this page since you opened it. Load it again; nothing of theirs was overwritten.');

@Injectable()
export class BioPagesService {
  constructor(
    private readonly database: Database,
    private readonly media: MediaService,
  ) {}

  /** Bio pages by artist. */
  readonly ofArtist = batchLoader<string, BioPageEntity | null>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'artists:read'), (tx) => tx.findBy(BioPageEntity, { artistId: In([...ids]) }));
    return ids.map((id) => rows.find((row) => row.artistId === id) ?? null);
  });

  /** Sections by artist, in order. */
  readonly sectionsOf = batchLoader<string, BioSectionEntity[]>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'artists:read'), (tx) => tx.find(BioSectionEntity, { where: { artistId: In([...ids]) }, order: { position: 'asc' } }));
    return ids.map((id) => rows.filter((row) => row.artistId === id));
  });

  /** The page, for this unit of work alone until it ends. @throws RequestError NOT_FOUND */
  async lock(tx: Transaction, artistId: string): Promise<BioPageEntity> {
    const page = isId(artistId) ? await tx.findOne(BioPageEntity, { where: { artistId }, lock: { mode: 'pessimistic_write' } }) : null;
    if (!page) throw notFound('artist');
    return page;
  }

  sections(tx: Transaction, artistId: string): Promise<BioSectionEntity[]> {
    return tx.find(BioSectionEntity, { where: { artistId }, order: { position: 'asc' } });
  }

  async updateBioPage(viewer: Viewer, input: TypedBioPage & { artistId: string; version?: number | null }): Promise<Result<BioPageEntity>> {
    const inside = requireInWorkspace(viewer, 'artists:write');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<BioPageEntity>> => {
      const page = await this.lock(tx, input.artistId);
      if (input.version != null && input.version !== page.version) return stale();
      const fields = readPage(input, page);
      if (!fields.ok) return fields;
      const { portraitId } = fields.value;
      if (portraitId && (await this.media.find(tx, [portraitId])).length === 0) return refuse('PORTRAIT_NOT_FOUND', ['portraitId'], 'There is no such picture. Upload it again.');
      return accept(await this.changed(tx, page, fields.value));
    });
  }

  /** Sets the whole list of sections: those with a known id stay and may move, those without are new, the rest go. */
  async setBioSections(viewer: Viewer, input: { artistId: string; version?: number | null; sections: readonly TypedSection[] }): Promise<Result<BioPageEntity>> {
    const inside = requireInWorkspace(viewer, 'artists:write');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<BioPageEntity>> => {
      const page = await this.lock(tx, input.artistId);
      if (input.version != null && input.version !== page.version) return stale();
      const sections = readSections(input.sections, await this.sections(tx, page.artistId));
      if (!sections.ok) return sections;
      const pinned = sections.value.findIndex(({ type, settings }) => type === 'featured-release' && typeof settings.releaseId === 'string');
      if (pinned !== -1 && !(await ownRelease(tx, page.artistId, sections.value[pinned]?.settings.releaseId))) {
        return refuse('RELEASE_NOT_FOUND', ['sections', String(pinned), 'settings', 'releaseId'], 'The pinned release is not one of this artist’s. Choose another one, or the latest.');
      }
      await tx.query('delete from bio_sections where artist_id = $1 and not (id = any($2::uuid[]))', [page.artistId, sections.value.map(({ id }) => id).filter((id) => id !== null)]);
      await tx.query(
        `insert into bio_sections (workspace_id, artist_id, id, position, type, visible, settings)
         select $1, $2, coalesce((section->>'id')::uuid, uuidv7()), place - 1, section->>'type', (section->>'visible')::boolean, section->'settings'
         from jsonb_array_elements($3::jsonb) with ordinality as listed (section, place)
         on conflict on constraint bio_sections_pkey do update set position = excluded.position, visible = excluded.visible, settings = excluded.settings`,
        [page.workspaceId, page.artistId, JSON.stringify(sections.value)],
      );
      return accept(await this.changed(tx, page, {}));
    });
  }

  private async changed(tx: Transaction, page: BioPageEntity, fields: Partial<BioPageEntity>): Promise<BioPageEntity> {
    const { workspaceId, artistId } = page;
    await tx.update(BioPageEntity, { workspaceId, artistId }, { ...fields, version: page.version + 1, updatedAt: new Date() });
    return tx.findOneByOrFail(BioPageEntity, { workspaceId, artistId });
  }
}

async function ownRelease(tx: Transaction, artistId: string, releaseId: unknown): Promise<boolean> {
  if (typeof releaseId !== 'string' || !isId(releaseId)) return false;
  const rows: unknown[] = await tx.query('select 1 from releases where id = $1 and artist_id = $2', [releaseId, artistId]);
  return rows.length > 0;
}

function readPage(typed: TypedBioPage, page: BioPageEntity): Result<Partial<BioPageEntity>> {
  const fields: Partial<BioPageEntity> = {};
  const errors: Refusal[] = [];
  if (typed.headline != null) {
    const headline = parseText(typed.headline, 'headline', { min: 0, max: 200 });
    if (headline.ok) fields.headline = headline.value;
    else errors.push(...headline.errors);
  }
  if (typed.portraitAlt != null) {
    const alt = parseText(typed.portraitAlt, 'portraitAlt', { min: 0, max: 500 });
    if (alt.ok) fields.portraitAlt = alt.value;
    else errors.push(...alt.errors);
  }
  if (typed.portraitId !== undefined) fields.portraitId = typed.portraitId;
  if (typed.theme) {
    const theme = parseTheme(typed.theme, page.theme);
    if (theme.ok) fields.theme = theme.value;
    else errors.push(...theme.errors.map((error) => ({ ...error, path: ['theme', ...error.path] })));
  }
  return errors.length > 0 ? { ok: false, errors } : accept(fields);
}
