import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires } from '../access/requires.js';
import { Database } from '../database/database.js';
import { isDatabaseAway } from '../request-error.js';

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** Whether the process lives. */
  @Get('healthz')
  @Requires('public')
  alive() {
    return { status: 'ok' };
  }

  /** Whether it can do its work: 503 names what is missing. */
  @Get('readyz')
  @Requires('public')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.databaseAnswers();
    await reply.status(database ? 200 : 503).send({ status: database ? 'ready' : 'waiting', database: database ? 'answers' : 'away' });
  }

  private async databaseAnswers(): Promise<boolean> {
    try {
      return await this.database.answers();
    } catch (error) {
      if (isDatabaseAway(error)) return false;
      throw error;
    }
  }
}
