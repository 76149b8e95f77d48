import type { Transaction } from '../database/database.js';
import { countPending } from '../matching/match-rows.js';
import type { Todo } from './home.type.js';

/** Things on the first screen at the most. */
const mostTodos = 10;

interface ReleaseState {
  id: string;
  artist_id: string;
  title: string;
  status: 'draft' | 'published' | 'unpublished';
  release_date: string | null;
  out_soon: boolean;
  has_artwork: boolean;
  has_destinations: boolean;
  has_changes: boolean;
  /** Its page ends by itself within a week, on this day of its zone. */
  ends_on: string | null;
  days_left: number | null;
}

interface BioPageState {
  artist_id: string;
  artist_name: string;
  status: 'draft' | 'published' | 'unpublished';
  has_changes: boolean;
}

interface DeadLinks {
  gone: number;
  moved: number;
  releases: string[];
  artists: string[];
}

const urgency = ['RELEASE_SOON', 'PAGE_ENDS', 'LINKS_DEAD', 'NO_DESTINATIONS', 'MATCHES_WAIT', 'UNPUBLISHED_CHANGES', 'BIO_PAGE_UNPUBLISHED', 'ARTWORK_MISSING', 'DRAFT_RELEASE'];

/** What needs the artist: one thing a release, the one that stands in the way of everything after it. */
export async function findTodos(tx: Transaction, workspaceId: string): Promise<Todo[]> {
  const releases: ReleaseState[] = await tx.query(releasesSql, [workspaceId]);
  const bioPages: BioPageState[] = await tx.query(bioPagesSql, [workspaceId]);
  const [dead]: DeadLinks[] = await tx.query(deadLinksSql, [workspaceId]);
  const todos = [...releases.map(ofRelease), ...bioPages.map(ofBioPage), dead ? ofDeadLinks(dead) : null, ofMatches(await countPending(tx, workspaceId))].filter((todo) => todo !== null);
  return todos.sort((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind)).slice(0, mostTodos);
}

function ofRelease(release: ReleaseState): Todo | null {
  const about = { releaseId: release.id, artistId: release.artist_id };
  const isPublic = release.status === 'published';
  if (!isPublic && release.out_soon && release.release_date) {
    return { kind: 'RELEASE_SOON', title: `“${release.title}” comes out on ${inWords(release.release_date)} and its smart link is not public`, action: 'Publish it', ...about };
  }
  if (!release.has_destinations) return { kind: 'NO_DESTINATIONS', title: `“${release.title}” has no links yet`, action: 'Add links', ...about };
  if (isPublic && release.ends_on !== null) return { kind: 'PAGE_ENDS', title: `The page of “${release.title}” ends ${soon(release.days_left ?? 0)}, on ${inWords(release.ends_on)}`, action: 'See when', ...about };
  if (isPublic && release.has_changes) return { kind: 'UNPUBLISHED_CHANGES', title: `“${release.title}” has changes that fans do not see yet`, action: 'Publish changes', ...about };
  if (!release.has_artwork) return { kind: 'ARTWORK_MISSING', title: `“${release.title}” has no artwork`, action: 'Add artwork', ...about };
  if (release.status === 'draft') return { kind: 'DRAFT_RELEASE', title: `“${release.title}” is ready to be published`, action: 'Publish it', ...about };
  return null;
}

function ofBioPage(page: BioPageState): Todo | null {
  const about = { releaseId: null, artistId: page.artist_id };
  if (page.status === 'draft') return { kind: 'BIO_PAGE_UNPUBLISHED', title: `The bio page of ${page.artist_name} is not public yet`, action: 'Publish the page', ...about };
  if (page.status === 'published' && page.has_changes) return { kind: 'UNPUBLISHED_CHANGES', title: `The bio page of ${page.artist_name} has changes that fans do not see yet`, action: 'Publish changes', ...about };
  return null;
}

/** Links that died or moved are one thing to do, however many. It is about a release or an artist when all of them are. */
function ofDeadLinks({ gone, moved, releases, artists }: DeadLinks): Todo | null {
  if (gone + moved === 0) return null;
  const dead = gone === 1 ? 'A link is dead' : `${gone} links are dead`;
  const title = gone === 0 ? (moved === 1 ? 'A link has moved' : `${moved} links have moved`) : moved === 0 ? dead : `${dead}, ${moved === 1 ? 'one has moved' : `${moved} have moved`}`;
  const only = (ids: string[]) => (ids.length === 1 ? (ids[0] ?? null) : null);
  return { kind: 'LINKS_DEAD', title, action: gone + moved === 1 ? 'See the link' : 'See the links', releaseId: only(releases), artistId: only(artists) };
}

function ofMatches(count: number): Todo | null {
  if (count === 0) return null;
  return { kind: 'MATCHES_WAIT', title: count === 1 ? 'One match waits for your decision' : `${count} matches wait for your decision`, action: 'Review', releaseId: null, artistId: null };
}

const soon = (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

const inWords = (day: string) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));

/** `expires` is a wall clock of the release's zone. */
const endsSoon = `expires::timestamp at time zone time_zone between now() and now() + interval '7 days'`;

/** What a person took down or put away on purpose asks for nothing. */
const releasesSql = `
  select id, artist_id, title, status, release_date::text, artwork_id is not null as has_artwork,
    release_date between (now() at time zone time_zone)::date and (now() at time zone time_zone)::date + 14 as out_soon,
    exists (select 1 from destinations d where d.workspace_id = releases.workspace_id and d.release_id = releases.id) as has_destinations,
    published_version is distinct from version as has_changes,
    case when ${endsSoon} then left(expires, 10) end as ends_on,
    case when ${endsSoon} then left(expires, 10)::date - (now() at time zone time_zone)::date end as days_left
  from releases where workspace_id = $1 and status in ('draft', 'published')
  order by updated_at desc limit 200`;

/** Of what fans can see: what is switched off troubles nobody. Two of the ids are enough to know that there is more than one. */
const deadLinksSql = `
  select count(*) filter (where d.check_state = 'gone')::int as gone, count(*) filter (where d.check_state = 'moved')::int as moved,
    coalesce((array_agg(distinct d.release_id))[1:2], '{}') as releases, coalesce((array_agg(distinct r.artist_id))[1:2], '{}') as artists
  from destinations d join releases r on r.workspace_id = d.workspace_id and r.id = d.release_id
  where d.workspace_id = $1 and d.problem_since is not null and d.offered and r.status = 'published'`;

const bioPagesSql = `
  select b.artist_id, a.name as artist_name, b.status, b.published_version is distinct from b.version as has_changes
  from bio_pages b join artists a on a.workspace_id = b.workspace_id and a.id = b.artist_id
  where b.workspace_id = $1 order by b.updated_at desc limit 200`;
