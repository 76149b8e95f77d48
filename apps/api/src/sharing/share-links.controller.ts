import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { shareContext, sharedPages, type SharedPage, type Viewer } from '@lynkify/domain';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { accepted } from '../rest-accepted.js';
import { textFor, toShareLink } from './share-link.type.js';
import { ShareLinksService } from './share-links.service.js';

/** Body of `POST /v1/releases/{id}/share-links`. */
class ShareLinkBody {
  /** Id of a place; it knows page and channel. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  context?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  channel?: string;

  @IsOptional()
  @IsIn(sharedPages, { message: `Choose one of ${sharedPages.join(', ')}.` })
  page?: SharedPage;

  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'A campaign has at most 60 characters. Shorten it.' })
  campaign?: string;
}

/** The right address for a place, for scripts that share many releases. */
@Controller('v1/releases')
export class ShareLinksController {
  constructor(
    private readonly service: ShareLinksService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post(':id/share-links')
  @HttpCode(200)
  @Requires('releases:write')
  async make(@CurrentViewer() viewer: Viewer, @Param('id') releaseId: string, @Body() body: ShareLinkBody) {
    const link = toShareLink(accepted(await this.service.makeShareLink(viewer, { ...body, releaseId })), this.environment.publicPagesUrl);
    const place = body.context === undefined ? null : shareContext(body.context);
    const { code, shortUrl, url, page, channel, campaign } = link;
    return { shareLink: { code, shortUrl, url, page, channel, campaign, ...(place && { text: textFor(place, link), hint: place.hint }) } };
  }
}
