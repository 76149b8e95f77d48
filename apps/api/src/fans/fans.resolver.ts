import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Consent } from '../consents/consent.type.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { FanFilter } from './fan-filter.js';
import { FanHistory } from './fan-history.service.js';
import { Fan, FanConnection, FanEvent, FanFacets, toFan } from './fan.type.js';
import { DeleteFanInput, DeleteFanPayload, FanPayload, ResendConfirmationInput, UnsubscribeFanInput, UpdateFanInput } from './fans.inputs.js';
import { FansList, type CountedFacets } from './fans-list.service.js';
import { FansService } from './fans.service.js';

const filterArgument = { type: () => FanFilter, nullable: true, description: 'Which fans; all when left out.' };

@Resolver(() => Fan)
export class FansResolver {
  constructor(
    private readonly service: FansService,
    private readonly list: FansList,
    private readonly told: FanHistory,
  ) {}

  @Query(() => Fan, { nullable: true, description: 'One fan of the workspace.' })
  @Requires('fans:read')
  async fan(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The fan’s id.' }) id: string): Promise<Fan | null> {
    const row = await this.service.fan(viewer, id);
    return row && toFan(row);
  }

  @Query(() => FanConnection, { description: 'The fans of the workspace, the newest first.' })
  @Requires('fans:read')
  fans(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'How many, at most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after: string | null,
    @Args('filter', filterArgument) filter: FanFilter | null,
  ): Promise<FanConnection> {
    return this.list.fans(viewer, { first, after, filter });
  }

  @Query(() => FanFacets, { description: 'How the fans of a filter are spread, for the chips beside it.' })
  @Requires('fans:read')
  fanFacets(@CurrentViewer() viewer: Viewer, @Args('filter', filterArgument) filter: FanFilter | null): Promise<CountedFacets> {
    return this.list.facets(viewer, filter);
  }

  @Mutation(() => FanPayload, { description: 'Changes a fan’s name. Code: TEXT_TOO_LONG.' })
  @Requires('fans:write')
  updateFan(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UpdateFanInput): Promise<FanPayload> {
    return payload('fan', this.service.updateFan(viewer, input.fanId, input), toFan);
  }

  @Mutation(() => FanPayload, { description: 'Sends the confirmation mail once more. Codes: ALREADY_VERIFIED, UNSUBSCRIBED, NO_CONSENT, TOO_SOON (one in 10 minutes), RESEND_LIMIT (3 in all, 5 a day to one address).' })
  @Requires('fans:write')
  resendConfirmation(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: ResendConfirmationInput): Promise<FanPayload> {
    return payload('fan', this.service.resendConfirmation(viewer, input.fanId), toFan);
  }

  @Mutation(() => FanPayload, { description: 'Enters by hand that a fan wants no more mail. Only the fan can take it back, by joining and confirming again.' })
  @Requires('fans:write')
  unsubscribeFan(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UnsubscribeFanInput): Promise<FanPayload> {
    return payload('fan', this.service.unsubscribeFan(viewer, input.fanId), toFan);
  }

  @Mutation(() => DeleteFanPayload, { description: 'Erases a fan for good. Counts stay as they are; the consent ledger stays without the address.' })
  @Requires('fans:write')
  deleteFan(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: DeleteFanInput): Promise<DeleteFanPayload> {
    return payload('deletedFanId', this.service.deleteFan(viewer, input.fanId), (fanId) => fanId);
  }

  @ResolveField(() => [Consent], { description: 'Every record of what the fan agreed to and withdrew, in the order of the ledger.' })
  consents(@Parent() fan: Fan, @Context() context: RequestContext): Promise<Consent[]> {
    return this.told.consents(context).load(fan.id);
  }

  @ResolveField(() => [FanEvent], { description: 'What happened with the fan, the oldest first.' })
  history(@Parent() fan: Fan, @Context() context: RequestContext): Promise<FanEvent[]> {
    return this.told.history(context).load(fan.id);
  }
}
