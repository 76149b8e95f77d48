import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Result } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { OptInAnswerInput, OptInAnswerPayload } from './fans.inputs.js';
import { OptInAnswers, type AnsweredArtist } from './opt-in-answers.service.js';

@Resolver()
export class OptInAnswersResolver {
  constructor(private readonly answers: OptInAnswers) {}

  @Mutation(() => OptInAnswerPayload, { description: 'A fan pressed “Confirm”. Twice is as good as once. Codes: TOKEN_INVALID, TOKEN_EXPIRED.' })
  @Requires('renderer')
  async confirmOptIn(@Args('input', { description: 'What is asked for.' }) input: OptInAnswerInput): Promise<OptInAnswerPayload> {
    return toPayload(await this.answers.confirm(input.token));
  }

  @Mutation(() => OptInAnswerPayload, { description: 'A fan unsubscribed by a link in a mail. Twice is as good as once. Code: TOKEN_INVALID.' })
  @Requires('renderer')
  async unsubscribeByLink(@Args('input', { description: 'What is asked for.' }) input: OptInAnswerInput): Promise<OptInAnswerPayload> {
    return toPayload(await this.answers.unsubscribe(input.token, { oneClick: input.oneClick ?? false }));
  }
}

function toPayload(outcome: Result<AnsweredArtist>): OptInAnswerPayload {
  return outcome.ok ? { ...outcome.value, userErrors: [] } : { artistName: null, artistHandle: null, userErrors: outcome.errors };
}
