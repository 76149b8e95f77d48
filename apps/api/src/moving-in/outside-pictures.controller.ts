import { Controller, Get, Query, Res } from '@nestjs/common';
import { parseWebUrl, type Viewer } from '@lynkify/domain';
import type { FastifyReply } from 'fastify';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { badInput, notFound } from '../request-error.js';
import { OutsidePictures } from './outside-pictures.service.js';

@Controller('v1/outside-pictures')
export class OutsidePicturesController {
  constructor(private readonly pictures: OutsidePictures) {}

  /** A picture of another site, small: for choosing what to bring in. Nothing is kept. */
  @Get()
  @Requires('releases:write')
  async show(@CurrentViewer() viewer: Viewer, @Query('url') url: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const address = parseWebUrl(url ?? '');
    if (!address) throw badInput({ url: 'Give the address of a picture.' });
    const picture = await this.pictures.small(viewer, address.href);
    if (!picture) throw notFound('picture');
    await reply.header('content-type', 'image/webp').header('cache-control', 'private, max-age=86400').send(picture);
  }
}
