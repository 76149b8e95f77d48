import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { Result } from '@lynkify/domain';
import type { FastifyReply } from 'fastify';
import { Requires } from '../access/requires.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { renderNotice, type Notice } from '../mail/notice-page.js';
import { LinkCheckMailStop, type MailsOf } from './link-check-mail-stop.service.js';

/** Where the link of a mail about dead links leads. It needs no script, no session and no dashboard. */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly mails: LinkCheckMailStop,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Only a button, since mail scanners open every link. */
  @Get(':token')
  @Requires('public')
  async offer(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, await this.mails.look(token), (about) => ({
      title: 'No more mails about dead links?',
      text: `You will not be told by mail any more when links of ${about} die or move. The dashboard goes on showing them.`,
      press: { label: 'Unsubscribe', action: `/unsubscribe/${token}` },
    }));
  }

  /** The press of the button, or a mail program's one-click unsubscribe (RFC 8058): no cookie, no redirect, whatever the body. */
  @Post(':token')
  @Requires('public')
  async stop(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, await this.mails.stop(token), (about) => ({
      title: 'You get no more of these mails',
      text: `Links of ${about} that die or move are shown in the dashboard alone. In the settings you can have the mails again.`,
      link: { label: 'Your settings', url: `${this.environment.publicApiUrl}/settings` },
    }));
  }

  private async answer(reply: FastifyReply, outcome: Result<MailsOf>, notice: (about: string) => Notice): Promise<void> {
    const page = outcome.ok ? notice(outcome.value.workspaceName ?? 'the workspace') : { title: 'This link does not work', text: outcome.errors[0]?.message ?? '' };
    await reply.status(outcome.ok ? 200 : 404).headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }).send(renderNotice(page));
  }
}
