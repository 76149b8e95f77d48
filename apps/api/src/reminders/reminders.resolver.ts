import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Result } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { Release } from '../releases/release.type.js';
import { CancelReminderInput, ConfirmReminderInput, LinkedReminder, ReminderAnswerPayload, ReminderCounts } from './reminder.type.js';
import { ReminderAnswers } from './reminder-answers.service.js';
import { RemindersService } from './reminders.service.js';

@Resolver(() => Release)
export class RemindersResolver {
  constructor(
    private readonly service: RemindersService,
    private readonly answers: ReminderAnswers,
  ) {}

  @ResolveField(() => ReminderCounts, { description: 'Who asked to be told on release day.' })
  @Requires('fans:read')
  reminders(@Parent() release: Release, @Context() context: RequestContext): Promise<ReminderCounts> {
    return this.service.counts(context).load(release.id);
  }

  @Query(() => LinkedReminder, { nullable: true, description: 'What the link of a mail about a reminder is about; null for one that is none. For the renderer.' })
  @Requires('renderer')
  reminderByLink(@Args('token', { description: 'Last part of the link’s address.' }) token: string): Promise<LinkedReminder | null> {
    return this.answers.byLink(token);
  }

  @Mutation(() => ReminderAnswerPayload, { description: 'A fan confirmed a reminder; after the release the mail goes out at once. Twice is as good as once. Codes: TOKEN_INVALID, TOKEN_EXPIRED.' })
  @Requires('renderer')
  confirmReminder(@Args('input', { description: 'What is asked for.' }) input: ConfirmReminderInput): Promise<ReminderAnswerPayload> {
    return answered(this.answers.confirm(input.token, { platform: input.platform ?? null }));
  }

  @Mutation(() => ReminderAnswerPayload, { description: 'A fan called a reminder off. Twice is as good as once. Codes: TOKEN_INVALID, TOKEN_EXPIRED.' })
  @Requires('renderer')
  cancelReminder(@Args('input', { description: 'What is asked for.' }) input: CancelReminderInput): Promise<ReminderAnswerPayload> {
    return answered(this.answers.cancel(input.token, { oneClick: input.oneClick ?? false }));
  }
}

function answered(outcome: Promise<Result<LinkedReminder>>): Promise<ReminderAnswerPayload> {
  return payload('reminder', outcome, (reminder) => reminder);
}
