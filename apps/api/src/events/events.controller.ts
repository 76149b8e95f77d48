import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { IngestReceipt } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { Metrics } from '../metrics/metrics.js';
import { RequestError } from '../request-error.js';
import { Ingest } from './ingest.service.js';

@Controller('internal/events')
export class EventsController {
  constructor(
    private readonly ingest: Ingest,
    private readonly metrics: Metrics,
  ) {}

  /** The renderer's spool, batch by batch: NDJSON in, a receipt for every line out. 5xx: ship the batch again. */
  @Post()
  @HttpCode(200)
  @Requires('renderer')
  takeIn(@Body() body: unknown): Promise<IngestReceipt> {
    if (typeof body !== 'string') throw new RequestError('UNSUPPORTED_MEDIA_TYPE', 415, 'Ship events as application/x-ndjson.');
    return this.metrics.countIngest(() => this.ingest.takeIn(body));
  }
}
