import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { FanIntakeModule } from '../fans/fan-intake.module.js';
import { ReminderIntakeModule } from '../reminders/reminder-intake.module.js';
import { Database } from '../database/database.js';
import { ENVIRONMENT } from '../environment.js';
import { createEventStore } from './create-event-store.js';
import { EventStore } from './event-store.js';
import { EventsController } from './events.controller.js';
import { EventsUpkeep } from './events-upkeep.js';
import { Ingest } from './ingest.service.js';
import { RejectedEvents } from './rejected-events.js';

const largestBatch = 4 * 1024 * 1024;

@Module({
  imports: [FanIntakeModule, ReminderIntakeModule],
  controllers: [EventsController],
  providers: [Ingest, RejectedEvents, EventsUpkeep, { provide: EventStore, inject: [Database, ENVIRONMENT], useFactory: createEventStore }],
  exports: [EventStore],
})
export class EventsModule {
  constructor(host: HttpAdapterHost) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser('application/x-ndjson', { parseAs: 'string', bodyLimit: largestBatch }, (_request, body, done) => done(null, body));
  }
}
