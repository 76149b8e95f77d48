import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import type { FastifyReply } from 'fastify';
import { requireWorkspace } from '../access/access.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { badInput, notFound } from '../request-error.js';
import { accepted } from '../rest-accepted.js';
import { type QrSubject, QrCodesService } from './qr-codes.service.js';
import { readQrSize } from './qr-size.js';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

const names = ['channel', 'url', 'artwork', 'mm', 'dpi', 'px', 'workspace'] as const;

/** Codes as files. Parameters: `channel`, `url`, `artwork` (`false`), and a size: `mm` and `dpi`, or `px`. */
@Controller('v1')
export class QrCodesController {
  constructor(private readonly codes: QrCodesService) {}

  @Get('releases/:id/qr.svg')
  @Requires('releases:read')
  releaseSvg(@CurrentViewer() viewer: Viewer, @Param('id') releaseId: string, @Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(viewer, { releaseId }, 'svg', query, reply);
  }

  @Get('releases/:id/qr.png')
  @Requires('releases:read')
  releasePng(@CurrentViewer() viewer: Viewer, @Param('id') releaseId: string, @Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(viewer, { releaseId }, 'png', query, reply);
  }

  @Get('artists/:id/qr.svg')
  @Requires('artists:read')
  artistSvg(@CurrentViewer() viewer: Viewer, @Param('id') artistId: string, @Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(viewer, { artistId }, 'svg', query, reply);
  }

  @Get('artists/:id/qr.png')
  @Requires('artists:read')
  artistPng(@CurrentViewer() viewer: Viewer, @Param('id') artistId: string, @Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(viewer, { artistId }, 'png', query, reply);
  }

  private async answer(viewer: Viewer, subject: QrSubject, format: 'svg' | 'png', query: Parameters, reply: FastifyReply): Promise<void> {
    const { workspace, artwork, mm, dpi, px, channel, url } = read(query);
    // Whoever asks for a workspace that they are not in must not get another one instead.
    if (workspace !== undefined && workspace !== requireWorkspace(viewer).workspaceId) throw notFound('workspace');
    if (artwork !== undefined && artwork !== 'true' && artwork !== 'false') throw badInput({ artwork: 'Say true or false.' });
    const size = accepted(readQrSize({ mm, dpi, px }));
    const code = accepted(await this.codes.qrCode(viewer, subject, { channel, url, artwork: artwork !== 'false' }));
    const millimetres = 'millimetres' in size ? size.millimetres : (size.pixels / 96) * 25.4;
    const body = format === 'svg' ? await this.codes.svg(code, millimetres) : await this.codes.png(code, size);
    await reply
      .header('content-type', format === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png')
      .header('content-disposition', `attachment; filename="${code.name}.${format}"`)
      .header('content-security-policy', "default-src 'none'; img-src data:; sandbox")
      .header('cache-control', 'private, no-store')
      .send(body);
  }
}

/** Each parameter once. @throws RequestError BAD_USER_INPUT */
function read(query: Parameters): Partial<Record<(typeof names)[number], string>> {
  const read: Partial<Record<(typeof names)[number], string>> = {};
  for (const name of names) {
    const value = query[name];
    if (Array.isArray(value)) throw badInput({ [name]: `Give ${name} once.` });
    if (value !== undefined && value !== '') read[name] = value;
  }
  return read;
}
