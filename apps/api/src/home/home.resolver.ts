import { Args, Context, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Database } from '../database/database.js';
import { isId } from '../database/ids.js';
import { Fan } from '../fans/fan.type.js';
import { FansList } from '../fans/fans-list.service.js';
import type { RequestContext } from '../graphql/context.js';
import { dayIn, shiftDay } from '../numbers/day-range.js';
import { NumbersService } from '../numbers/numbers.service.js';
import { Numbers } from '../numbers/numbers.type.js';
import { Release, toRelease } from '../releases/release.type.js';
import { ReleasesService } from '../releases/releases.service.js';
import { Home } from './home.type.js';
import { findTodos } from './todos.js';

const newestFans = 5;

@Resolver(() => Home)
export class HomeResolver {
  constructor(
    private readonly database: Database,
    private readonly numbers: NumbersService,
    private readonly fans: FansList,
    private readonly releases: ReleasesService,
  ) {}

  @Query(() => Home, { description: 'What the first screen shows.' })
  @Requires('releases:read')
  async home(@CurrentViewer() viewer: Viewer): Promise<Home> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    return { todos: await this.database.inWorkspace(inside, (tx) => findTodos(tx, inside.workspaceId)) };
  }

  @ResolveField(() => Numbers, { description: 'The last seven days, today included.' })
  @Requires('numbers:read')
  async thisWeek(@CurrentViewer() viewer: Viewer): Promise<Numbers> {
    const today = dayIn(await this.numbers.timeZone(viewer));
    return this.numbers.numbers(viewer, shiftDay(today, -6), today);
  }

  @ResolveField(() => Numbers, { description: 'The seven days before those.' })
  @Requires('numbers:read')
  async lastWeek(@CurrentViewer() viewer: Viewer): Promise<Numbers> {
    const today = dayIn(await this.numbers.timeZone(viewer));
    return this.numbers.numbers(viewer, shiftDay(today, -13), shiftDay(today, -7));
  }

  @ResolveField(() => [Fan], { description: 'The five fans who joined last.' })
  @Requires('fans:read')
  async newestFans(@CurrentViewer() viewer: Viewer): Promise<Fan[]> {
    return (await this.fans.fans(viewer, { first: newestFans })).nodes;
  }

  @ResolveField(() => Release, { nullable: true, description: 'The newest published release by its date; while none is published, the one worked on last.' })
  async latestRelease(
    @CurrentViewer() viewer: Viewer,
    @Context() context: RequestContext,
    @Args('artistId', { type: () => ID, nullable: true, description: 'Of this artist alone; without it of the whole workspace.' }) artistId: string | null = null,
  ): Promise<Release | null> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    if (artistId !== null && !isId(artistId)) return null;
    const [latest]: { id: string }[] = await this.database.inWorkspace(inside, (tx) =>
      tx.query(
        `select id from releases where workspace_id = $1 and status <> 'archived' and ($2::uuid is null or artist_id = $2)
         order by status = 'published' desc, case when status = 'published' then release_date end desc nulls last, updated_at desc, id limit 1`,
        [inside.workspaceId, artistId],
      ),
    );
    const release = latest ? await this.releases.byId(context).load(latest.id) : null;
    return release && toRelease(release);
  }
}
