import { Inject, Injectable } from '@nestjs/common';
import { accept, formatIsrc, parseIsrc, parseSlug, parseTitle, parseUpc, refuse, type Result, type Viewer } from '@lynkify/domain';
import { readPastedLinks, type PastedLink } from '@lynkify/platforms';
import { requireInWorkspace } from '../access/access.js';
import { ArtistsService } from '../artists/artists.service.js';
import { Database, type Transaction } from '../database/database.js';
import { addPasted } from '../destinations/pasted-destinations.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Jobs } from '../jobs/jobs.js';
import type { ServiceId } from '../lookups/lookup.js';
import { Lookups } from '../lookups/lookups.js';
import { ReleaseEntity } from '../releases/release.entity.js';
import { type ReleaseFields } from '../releases/release-fields.js';
import { ReleasesService, slugTaken, untitled } from '../releases/releases.service.js';
import { countryOf } from './known-release.js';
import { priorities } from './match-jobs.js';
import { MatchRecord } from './match-record.service.js';
import type { MatchRow } from './match-rows.js';

/** How a release is looked up. */
export interface MatchWish {
  /** What it began from, as it is shown: a code, a link. */
  from?: string;
  /** Only these services; without it all. */
  services?: readonly ServiceId[];
  /** `later`: a whole catalogue, which does not stand before what somebody is looking at. */
  priority?: keyof typeof priorities;
}

/** What a text is that a release can begin from. */
type Beginning = { kind: 'upc'; upc: string } | { kind: 'isrc'; isrc: string } | { kind: 'links'; text: string };

/** Looks releases up at music services: begins it, and says by what. Everything after that is jobs. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
    private readonly artists: ArtistsService,
    private readonly lookups: Lookups,
    private readonly record: MatchRecord,
    private readonly jobs: Jobs,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Makes a draft of one thing and has the rest looked up. */
  async startRelease(viewer: Viewer, input: { from: string; artistId?: string | null; slug?: string | null; title?: string | null }): Promise<Result<{ release: ReleaseEntity; links: PastedLink[] }>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const beginning = readBeginning(input.from);
    if (!beginning.ok) return beginning;
    const slug = input.slug?.trim() ? parseSlug(input.slug) : accept(null);
    if (!slug.ok) return slug;
    const title = input.title?.trim() ? parseTitle(input.title) : accept(null);
    if (!title.ok) return title;
    const artistId = input.artistId ?? (await this.artists.onlyArtistId(viewer));
    if (!artistId) return refuse('ARTIST_MISSING', ['artistId'], 'Say whose release it is: the workspace has not exactly one artist.');

    return this.database.inWorkspace(inside, async (tx): Promise<Result<{ release: ReleaseEntity; links: PastedLink[] }>> => {
      const artist = await this.artists.require(tx, artistId, 'share');
      const fields = { ...fieldsOf(beginning.value), ...(title.value !== null && { title: title.value }) };
      const id = await this.releases.addDraft(tx, artist, { slug: slug.value, fields, provisional: title.value === null });
      if (id === null) return refuse('SLUG_TAKEN', ['slug'], slugTaken(slug.value ?? ''));
      const release = { workspaceId: artist.workspaceId, id };
      const { links } = beginning.value.kind === 'links' ? await addPasted(tx, release, { text: beginning.value.text }) : { links: [] };
      if (beginning.value.kind === 'isrc') await this.addTrack(tx, release, beginning.value.isrc);
      await this.begin(tx, release, { from: shownBeginning(beginning.value, links) });
      return accept({ release: await tx.findOneByOrFail(ReleaseEntity, { id }), links });
    });
  }

  /** Looks a release up anew, perhaps by something that it did not have. */
  async matchRelease(viewer: Viewer, input: { releaseId: string; services?: readonly string[] | null; from?: string | null }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const beginning = input.from?.trim() ? readBeginning(input.from) : accept(null);
    if (!beginning.ok) return beginning;
    const services = input.services?.length ? this.lookups.all.filter(({ service }) => input.services?.includes(service)) : null;
    if (services && services.length < (input.services?.length ?? 0)) {
      return refuse('SERVICE_UNKNOWN', ['services'], `Choose among ${this.lookups.all.map(({ service }) => service).join(', ')}.`);
    }
    if (services?.some(({ configured }) => !configured)) {
      return refuse('SERVICE_NOT_CONFIGURED', ['services'], `This instance has no keys for ${services.filter(({ configured }) => !configured).map(({ name }) => name).join(', ')}.`);
    }
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const { release } = await this.releases.lockWithArtist(tx, input.releaseId);
      if (release.status === 'archived') return refuse('RELEASE_ARCHIVED', [], 'This release is archived. Restore it first.');
      const taken = beginning.value === null ? accept(release) : await this.takeOver(tx, release, beginning.value);
      if (!taken.ok) return taken;
      const said = taken.value;
      await this.begin(tx, said, { ...(beginning.value && { from: shownBeginning(beginning.value, []) }), ...(services && { services: services.map(({ service }) => service) }) });
      return accept(said);
    });
  }

  /**
   * Has a release looked up from here on, in the unit of work that it is made or changed in. What an earlier run still
   * brings is not taken any more.
   */
  async begin(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }, { from, services, priority = 'now' }: MatchWish = {}): Promise<void> {
    const known = await this.record.know(tx, id);
    const country = known.destinations.map(({ url }) => countryOf(url)).find((each) => each !== null) ?? this.environment.lookups.defaultCountry;
    const [match]: MatchRow[] = await tx.query(
      `insert into matches (workspace_id, release_id, began_from, country, priority) values ($1, $2, $3, $4, $5)
       on conflict on constraint matches_pkey do update set run = matches.run + 1, began_from = coalesce(nullif(excluded.began_from, ''), matches.began_from), country = excluded.country,
         priority = excluded.priority, started_at = now(), finished_at = null
       returning *`,
      [workspaceId, id, (from ?? '').slice(0, 300), country, priorities[priority]],
    );
    if (!match) throw new Error('the match was not written');
    const { all } = this.lookups;
    const anew = all.filter(({ service, configured }) => !configured || (services?.includes(service) ?? true)).map(({ service }) => service);
    await tx.query(
      `insert into match_lookups (workspace_id, release_id, service, status, message)
       select $1, $2, service, case when configured then 'waiting' else 'not-configured' end, case when configured then '' else 'This instance has no keys for it.' end
       from unnest($3::text[], $4::boolean[]) as listed (service, configured)
       on conflict on constraint match_lookups_pkey do update set status = excluded.status, message = excluded.message, tries = 0, asked = '{}', found_count = 0, facts = null, retry_at = null
       where match_lookups.service = any ($5) or match_lookups.status = 'not-configured'`,
      [workspaceId, id, all.map(({ service }) => service), all.map(({ configured }) => configured), anew],
    );
    await this.record.goOn(tx, known, match, false);
  }

  /** Takes over what the release is to be looked up by, as if it had been typed there. */
  private async takeOver(tx: Transaction, release: ReleaseEntity, beginning: Beginning): Promise<Result<ReleaseEntity>> {
    switch (beginning.kind) {
      case 'upc':
        return accept(await this.releases.changed(tx, release, { upc: beginning.upc }));
      case 'isrc': {
        const tracks: { id: string }[] = await tx.query('select id from tracks where release_id = $1 limit 2', [release.id]);
        if (tracks.length > 1) return refuse('SEVERAL_TRACKS', ['from'], 'An ISRC is of one recording and this release has several. Write it beside its track, or use the UPC.');
        if (tracks[0]) await tx.query('update tracks set isrc = $2 where id = $1', [tracks[0].id, beginning.isrc]);
        else await this.addTrack(tx, release, beginning.isrc);
        return accept(await this.releases.changed(tx, await this.releases.lock(tx, release.id)));
      }
      case 'links': {
        const { changed } = await addPasted(tx, release, { text: beginning.text });
        return accept(changed ? await this.releases.changed(tx, release) : release);
      }
    }
  }

  /** The recording of a single that nothing is known of but its code. */
  private async addTrack(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }, isrc: string): Promise<void> {
    await tx.query('insert into tracks (workspace_id, release_id, position, title, isrc) values ($1, $2, 0, $3, $4)', [workspaceId, id, formatIsrc(isrc), isrc]);
    await tx.query(`update releases set origins = origins || '{"tracks": "default"}' where workspace_id = $1 and id = $2`, [workspaceId, id]);
  }
}

function readBeginning(text: string): Result<Beginning> {
  const trimmed = text.trim();
  if (trimmed === '') return refuse('FROM_EMPTY', ['from'], 'Paste a link, a UPC or an ISRC.');
  const upc = parseUpc(trimmed);
  if (upc.ok) return accept({ kind: 'upc', upc: upc.value.code });
  const isrc = parseIsrc(trimmed);
  if (isrc.ok) return accept({ kind: 'isrc', isrc: isrc.value });
  const links = readPastedLinks(trimmed);
  if (links.some(({ status }) => status === 'recognised')) return accept({ kind: 'links', text: trimmed });
  // Only digits and signs: a barcode was meant.
  if (/^[\d\s\p{Pd}]+$/u.test(trimmed)) return { ok: false, errors: upc.errors.map((error) => ({ ...error, path: ['from'] })) };
  const [first] = links;
  if (!first?.code || first.code === 'NOT_A_URL') return refuse('FROM_INVALID', ['from'], 'This is neither a link of a platform, nor a UPC, nor an ISRC.');
  return refuse(first.code, ['from'], first.message);
}

function fieldsOf(beginning: Beginning): ReleaseFields & { title: string } {
  switch (beginning.kind) {
    case 'upc':
      return { title: beginning.upc, upc: beginning.upc };
    case 'isrc':
      return { title: formatIsrc(beginning.isrc) };
    case 'links':
      return { title: untitled };
  }
}

function shownBeginning(beginning: Beginning, links: readonly PastedLink[]): string {
  if (beginning.kind === 'upc') return `UPC ${beginning.upc}`;
  if (beginning.kind === 'isrc') return `ISRC ${formatIsrc(beginning.isrc)}`;
  return links.find(({ url }) => url)?.url ?? readPastedLinks(beginning.text).find(({ url }) => url)?.url ?? '';
}
