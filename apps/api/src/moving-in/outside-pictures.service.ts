import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { RateLimits } from '../access/rate-limits.js';
import { MediaService } from '../media/media.service.js';
import { Outbound, OutboundError } from '../outbound/outbound.js';
import { RequestError } from '../request-error.js';

const mostBytes = 8 * 1024 * 1024;
/** Twice the 72 points at which the largest is shown. */
const side = 144;

/**
 * Pictures of other sites as small ones of ours: those sites learn nothing of who looks, and the dashboard's content
 * security policy names no host but its own.
 */
@Injectable()
export class OutsidePictures {
  constructor(
    private readonly outbound: Outbound,
    private readonly limits: RateLimits,
    private readonly media: MediaService,
  ) {}

  /** WebP; null for what is no picture or cannot be reached. @throws RequestError TOO_MANY_REQUESTS */
  async small(viewer: Viewer, url: string): Promise<Buffer | null> {
    const { workspaceId } = requireInWorkspace(viewer, 'releases:write');
    const spent = await this.limits.spend('outside-pictures-workspace', workspaceId);
    if (!spent.ok) throw new RequestError('TOO_MANY_REQUESTS', 429, spent.errors.map(({ message }) => message).join(' '));
    try {
      const { status, body } = await this.outbound.request({ url, maxBytes: mostBytes, timeoutMs: 8_000 });
      return status === 200 ? await this.media.thumbnail(body, side) : null;
    } catch (error) {
      // What cannot be read is no picture; what is only busy says so.
      if (error instanceof OutboundError || (error instanceof RequestError && error.status !== 429)) return null;
      throw error;
    }
  }
}
