import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accept, newShortCode, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { ArtistsService } from '../artists/artists.service.js';
import { Database, type Transaction } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';
import { dayIn, shiftDay } from '../numbers/day-range.js';
import { NumbersService } from '../numbers/numbers.service.js';
import { putShortForms, type PageAddress } from '../publishing/published-pages.js';
import { ReleasesService } from '../releases/releases.service.js';
import { readShareRequest, type ShareRequest, type ShareTarget } from './share-request.js';

/** A short form, with what its page and its texts are made of. */
export interface ShareLinkRow {
  code: string;
  artistId: string;
  releaseId: string | null;
  channel: string;
  campaign: string;
  createdAt: Date;
  handle: string;
  artistName: string;
  slug: string | null;
  title: string | null;
  artistCredit: string | null;
  releaseDate: string | null;
  releaseTime: string | null;
  timeZone: string | null;
}

const columns = `s.code, s.artist_id as "artistId", s.release_id as "releaseId", s.channel, s.campaign, s.created_at as "createdAt", a.handle, a.name as "artistName",
  r.slug, r.title, r.artist_credit as "artistCredit", r.release_date::text as "releaseDate", to_char(r.release_time, 'HH24:MI') as "releaseTime", r.time_zone as "timeZone"`;
const joined = 'share_links s join artists a on a.id = s.artist_id left join releases r on r.id = s.release_id';

/** Short forms of addresses, with the channel that their visits are counted with. */
@Injectable()
export class ShareLinksService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
    private readonly artists: ArtistsService,
    private readonly numbers: NumbersService,
  ) {}

  /** Short forms of smart links by release, the oldest first. */
  readonly ofRelease = batchLoader<string, ShareLinkRow[]>(({ viewer }, ids) => this.listed(viewer, 's.release_id', ids, ({ releaseId }) => releaseId));

  /** Short forms of bio pages by artist, the oldest first. */
  readonly ofArtist = batchLoader<string, ShareLinkRow[]>(({ viewer }, ids) => this.listed(viewer, 's.release_id is null and s.artist_id', ids, ({ artistId }) => artistId));

  /** Visits by channel of the last seven days, today included, of releases and artists by their ids (`release:…`, `artist:…`). */
  readonly visitsThisWeek = batchLoader<string, ReadonlyMap<string | null, number>>(async ({ viewer }, keys) => {
    const today = dayIn(await this.numbers.timeZone(viewer));
    return Promise.all(
      keys.map(async (key) => {
        const [kind, id = ''] = key.split(':');
        const { byChannel } = await this.numbers.numbers(viewer, shiftDay(today, -6), today, kind === 'release' ? { releaseId: id } : { artistId: id });
        return new Map(byChannel.map((channel) => [channel.key, channel.visits]));
      }),
    );
  });

  /**
   * The short form for a place, made when it is first asked for; it stays the same and in force for good. Of a page that is
   * not public it is ready, and leads there from the publishing on.
   */
  async makeShareLink(viewer: Viewer, request: ShareRequest): Promise<Result<ShareLinkRow>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const read = readShareRequest(request);
    if (!read.ok) return read;
    const { target, channel, campaign } = read.value;
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ShareLinkRow>> => {
      const page = await this.lockPage(tx, target);
      const key = [page.artistId, page.releaseId, channel, campaign];
      for (;;) {
        await tx.query('insert into share_links (workspace_id, code, artist_id, release_id, channel, campaign) values ($5, $6, $1, $2, $3, $4) on conflict do nothing', [...key, page.workspaceId, newShortCode(randomInt)]);
        const [link]: ShareLinkRow[] = await tx.query(`select ${columns} from ${joined} where s.artist_id = $1 and s.release_id is not distinct from $2::uuid and s.channel = $3 and s.campaign = $4`, key);
        // None: the code was somebody else's.
        if (!link) continue;
        const known: unknown[] = await tx.query(`select 1 from published_pages where host = '' and path = $1 and artist_id = $2 and release_id is not distinct from $3::uuid and kind <> 'redirect'`, [page.path, page.artistId, page.releaseId]);
        if (known.length > 0) await putShortForms(tx, page);
        return accept(link);
      }
    });
  }

  /** Where the page is, kept from moving and from being published until this unit of work ends. @throws RequestError NOT_FOUND */
  private async lockPage(tx: Transaction, target: ShareTarget): Promise<PageAddress> {
    if (target.page === 'smart-link') {
      const { artist, release } = await this.releases.lockWithArtist(tx, target.releaseId);
      return { path: `/${artist.handle}/${release.slug}`, workspaceId: release.workspaceId, artistId: artist.id, releaseId: release.id };
    }
    const artist = target.releaseId === null ? await this.artists.require(tx, target.artistId, 'share') : (await this.releases.lockWithArtist(tx, target.releaseId)).artist;
    await tx.query('select 1 from bio_pages where artist_id = $1 for update', [artist.id]);
    return { path: `/${artist.handle}`, workspaceId: artist.workspaceId, artistId: artist.id, releaseId: null };
  }

  private async listed(viewer: Viewer, condition: string, ids: readonly string[], idOf: (row: ShareLinkRow) => string | null): Promise<ShareLinkRow[][]> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const rows: ShareLinkRow[] = await this.database.inWorkspace(inside, (tx) => tx.query(`select ${columns} from ${joined} where ${condition} = any($1::uuid[]) order by s.created_at, s.code`, [ids]));
    return ids.map((id) => rows.filter((row) => idOf(row) === id));
  }
}
