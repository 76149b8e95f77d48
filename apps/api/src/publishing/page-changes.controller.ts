import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires } from '../access/requires.js';
import { unavailable } from '../request-error.js';
import { ChangeFeed } from './change-feed.js';
import { PublishedPagesService } from './published-pages.service.js';

/** A renderer takes the feed for lost when it heard nothing three times. */
const pingEvery = 2_000;
/** A renderer that does not read any more is let go: it asks for everything when it is back. */
const mostUnread = 1_048_576;

@Controller('internal/pages')
export class PageChangesController {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly pages: PublishedPagesService,
  ) {}

  /** Server-sent events: `hello` with the highest version, then `change` for every page that is published, moved or taken down. */
  @Get('changes')
  @Requires('renderer')
  async changes(@Res() reply: FastifyReply): Promise<void> {
    if (!this.feed.listening) throw unavailable();
    // Heard before the version is asked for: nothing falls between the two.
    const early: string[] = [];
    let send = (change: string): void => void early.push(change);
    let end = (): Promise<void> => Promise.resolve();
    const stop = this.feed.listen({ changed: (change) => send(change), ended: () => end() });
    const version = await this.pages.highestVersion().catch((error: unknown) => {
      stop();
      throw error;
    });

    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write(`event: hello\ndata: ${JSON.stringify({ version })}\n\n`);
    const write = (text: string) => {
      if (raw.writableLength > mostUnread) raw.destroy();
      else raw.write(text);
    };
    send = (change) => write(`event: change\ndata: ${change}\n\n`);
    early.forEach(send);
    const ping = setInterval(() => write(': ping\n\n'), pingEvery);
    end = () => new Promise((ended) => void raw.end(() => ended()));
    if (!this.feed.listening) void end();
    raw.once('close', () => {
      clearInterval(ping);
      stop();
    });
  }
}
