import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Life } from '@lynkify/workers';
import type { FastifyReply } from 'fastify';
import { Requires } from '../access/requires.js';
import { Database } from '../database/database.js';
import { EventStore } from '../events/event-store.js';
import { isDatabaseAway } from '../request-error.js';
import { LIFE } from './life.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly events: EventStore,
    @Inject(LIFE) private readonly life: Life,
  ) {}

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
    if (this.life.leaving) {
      await reply.status(503).send({ status: 'leaving' });
      return;
    }
    const database = await this.databaseAnswers();
    const store = await this.events.health();
    const ready = database && (store?.answers ?? true);
    const say = (answers: boolean) => (answers ? 'answers' : 'away');
    await reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting', database: say(database), ...(store ? { [store.name]: say(store.answers) } : {}) });
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
