import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { isId } from '../database/ids.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { notFound, RequestError } from '../request-error.js';
import { MediaService } from './media.service.js';
import { PictureFiles } from './picture-files.js';
import { pictureUrl } from './picture-url.js';
import { incompleteUpload, notAPicture, pictureWidths, sharePictureSize, uploadLimits } from './read-picture.js';

const fileName = /^(\d{1,4})\.(avif|webp|jpeg)$/;

@Controller()
export class MediaController {
  constructor(
    private readonly media: MediaService,
    private readonly files: PictureFiles,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Keeps an uploaded picture (multipart, field `file`). */
  @Post('v1/media')
  @Requires('media:write')
  async upload(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest) {
    if (!request.isMultipart()) throw new RequestError('NOT_A_PICTURE', 415, 'Send the picture as multipart/form-data in the field “file”.');
    const part = await firstFile(request);
    if (!part || part.fieldname !== 'file') throw notAPicture();
    const { id, width, height, widths, formats, colours, thumbHash } = await this.media.keepUpload(viewer, part.file);
    return { id, width, height, widths, formats, colours, thumbHash, url: pictureUrl(this.environment.publicApiUrl, { id, widths }, 640) };
  }

  /** A file of a picture. Public: the id cannot be guessed, and published pages show it to everyone. */
  @Get('media/:id/:file')
  @Requires('public')
  async file(@Param('id') id: string, @Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [, width, format] = fileName.exec(file) ?? [];
    if (!isId(id) || !format || ![...pictureWidths, sharePictureSize.width].some((known) => String(known) === width)) throw notFound('picture');
    const found = await this.files.open(id.toLowerCase(), file);
    if (!found) throw notFound('picture');
    const etag = `"${id.toLowerCase()}-${file}"`;
    void reply.headers({
      'cache-control': 'public, max-age=31536000, immutable',
      etag,
      'content-type': `image/${format}`,
      // Shown by other sites too: link previews, a label's own pages.
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    if (request.headers['if-none-match'] === etag) {
      await found.handle.close();
      await reply.status(304).send();
      return;
    }
    await reply.header('content-length', found.size).send(found.handle.createReadStream());
  }
}

/** @throws RequestError when the body is no multipart at all, ends early or has more parts than an upload needs */
async function firstFile(request: FastifyRequest) {
  try {
    return await request.file({ limits: { fileSize: uploadLimits.bytes, files: 1, fields: 5, parts: 6 }, throwFileSizeLimit: false });
  } catch (error) {
    // The parser reads nothing but what was sent: whatever it cannot read is the sender's.
    if (error instanceof Error) throw incompleteUpload();
    throw error;
  }
}
