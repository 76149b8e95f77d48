import { Inject } from '@nestjs/common';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { requireWorkspace } from '../access/access.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { badInput } from '../request-error.js';
import { QrCode, QrCodeInput } from './qr-code.type.js';
import { QrCodesService, type QrSubject } from './qr-codes.service.js';
import { readQrSize } from './qr-size.js';

@Resolver(() => QrCode)
export class QrCodesResolver {
  constructor(
    private readonly codes: QrCodesService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Query(() => QrCode, { description: 'A page as a QR code. Fields of the error `BAD_USER_INPUT` say what is wrong with what was asked for.' })
  @Requires('any-viewer')
  async qrCode(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: QrCodeInput): Promise<QrCode> {
    const subject = subjectOf(input);
    const outcome = await this.codes.qrCode(viewer, subject, input);
    if (!outcome.ok) throw badInput(Object.fromEntries(outcome.errors.map(({ path, message }) => [path.join('.'), message])));
    const drawable = outcome.value;
    const [whose, id] = 'releaseId' in subject ? ['releases', subject.releaseId] : ['artists', subject.artistId];
    const query = new URLSearchParams({
      workspace: requireWorkspace(viewer).workspaceId,
      ...(input.url != null ? { url: drawable.url } : input.channel != null ? { channel: input.channel } : {}),
      ...(input.artwork === false && { artwork: 'false' }),
    });
    const base = `${this.environment.publicApiUrl}/v1/${whose}/${id}/qr.png?${query.toString()}`;
    return { url: drawable.url, svg: await this.codes.svg(drawable, 20), svgUrl: base.replace('/qr.png?', '/qr.svg?'), base, drawable };
  }

  @ResolveField(() => String, { description: 'Where it can be downloaded as PNG, with this session or key: in a size for print, or for a screen in pixels.' })
  @Requires('any-viewer')
  pngUrl(
    @Parent() { base }: QrCode,
    @Args('millimetres', { type: () => Int, nullable: true, description: '15 to 500; 20 where nothing is said.' }) millimetres: number | null,
    @Args('dpi', { type: () => Int, nullable: true, description: 'Dots per inch, 72 to 1200; 300 where nothing is said.' }) dpi: number | null,
    @Args('pixels', { type: () => Int, nullable: true, description: '120 to 4000, in place of the other two.' }) pixels: number | null,
  ): string {
    const size = readQrSize({ mm: millimetres ?? undefined, dpi: dpi ?? undefined, px: pixels ?? undefined });
    if (!size.ok) throw badInput(Object.fromEntries(size.errors.map(({ path, message }) => [path.join('.'), message])));
    return 'pixels' in size.value ? `${base}&px=${size.value.pixels}` : `${base}&mm=${size.value.millimetres}&dpi=${size.value.dpi}`;
  }
}

function subjectOf({ releaseId, artistId }: QrCodeInput): QrSubject {
  if (releaseId != null && artistId == null) return { releaseId };
  if (artistId != null && releaseId == null) return { artistId };
  throw badInput({ releaseId: 'Name a release or an artist.' });
}
