import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { accept, parseChannel, refuse, sharedUrl, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { MediaService } from '../media/media.service.js';
import { PictureFiles } from '../media/picture-files.js';
import { notFound } from '../request-error.js';
import { qrPng, qrSvg } from './draw-qr.js';
import { mostQrCharacters, qrSymbol } from './qr-symbol.js';
import type { QrSize } from './qr-size.js';

/** Whose code it is. */
export type QrSubject = { releaseId: string } | { artistId: string };

/** What a code says and shows. */
export interface QrWish {
  /** Channel of its visits; `qr` where nothing is said. */
  channel?: string | null;
  /** An address of ours in place of the page's own, as it is: a short form for instance. */
  url?: string | null;
  /** The artwork or portrait in the middle, where there is one. */
  artwork?: boolean | null;
}

export type QrRefusal = 'CHANNEL_UNKNOWN' | 'ADDRESS_NOT_OURS' | 'ADDRESS_TOO_LONG';

/** A code that can be drawn. */
export interface QrCode {
  url: string;
  /** Name for files, without ending. */
  name: string;
  /** Id and widths of the picture in the middle. */
  picture: { id: string; widths: number[] } | null;
}

interface Page {
  path: string;
  pictureId: string | null;
}

/** Of the picture in an SVG: sharp at 5 cm and 600 dpi. */
const svgPictureWidth = 320;

@Injectable()
export class QrCodesService {
  constructor(
    private readonly database: Database,
    private readonly media: MediaService,
    private readonly files: PictureFiles,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** @throws RequestError NOT_FOUND for what is not the viewer's */
  async qrCode(viewer: Viewer, subject: QrSubject, { channel, url, artwork }: QrWish): Promise<Result<QrCode, QrRefusal>> {
    const inside = requireInWorkspace(viewer, 'releaseId' in subject ? 'releases:read' : 'artists:read');
    const { page, picture } = await this.database.inWorkspace(inside, async (tx) => {
      const found = await pageOf(tx, subject);
      const [row] = artwork === false ? [] : await this.media.find(tx, [found.pictureId]);
      return { page: found, picture: row ? { id: row.id, widths: row.widths } : null };
    });
    const known = parseChannel(channel ?? 'qr');
    if (known === null) return refuse('CHANNEL_UNKNOWN', ['channel'], 'There is no such channel.');
    const { publicPagesUrl } = this.environment;
    if (url != null && !isOurs(url, publicPagesUrl)) return refuse('ADDRESS_NOT_OURS', ['url'], `Give an address that begins with ${publicPagesUrl}/.`);
    const address = url != null ? new URL(url).href : sharedUrl(`${publicPagesUrl}${page.path}`, known);
    if (address.length > mostQrCharacters) return refuse('ADDRESS_TOO_LONG', ['url'], `A code that is read off a small print holds at most ${mostQrCharacters} characters. Take the short form.`);
    return accept({ url: address, name: `${page.path.slice(1).replace('/', '-')}-qr`, picture });
  }

  async svg({ url, picture }: QrCode, millimetres: number): Promise<string> {
    const path = picture === null ? null : this.file(picture, svgPictureWidth);
    return qrSvg(qrSymbol(url, { hole: picture !== null }), millimetres, url, path === null ? null : await readFile(path));
  }

  png({ url, picture }: QrCode, size: QrSize): Promise<Buffer> {
    return qrPng(qrSymbol(url, { hole: picture !== null }), size, picture && this.file(picture, Number.POSITIVE_INFINITY));
  }

  private file({ id, widths }: { id: string; widths: readonly number[] }, width: number): string {
    return this.files.path(id, `${widths.find((each) => each >= width) ?? widths.at(-1) ?? width}.jpeg`);
  }
}

async function pageOf(tx: Transaction, subject: QrSubject): Promise<Page> {
  const [id, what] = 'releaseId' in subject ? [subject.releaseId, 'release'] : [subject.artistId, 'artist'];
  const rows: Page[] = isId(id)
    ? await tx.query(
        what === 'release'
          ? `select '/' || a.handle || '/' || r.slug as path, r.artwork_id as "pictureId" from releases r join artists a on a.workspace_id = r.workspace_id and a.id = r.artist_id where r.id = $1`
          : `select '/' || a.handle as path, b.portrait_id as "pictureId" from artists a left join bio_pages b on b.workspace_id = a.workspace_id and b.artist_id = a.id where a.id = $1`,
        [id],
      )
    : [];
  const [page] = rows;
  if (!page) throw notFound(what);
  return page;
}

function isOurs(url: string, pagesUrl: string): boolean {
  if (!/^[\x21-\x7e]+$/u.test(url) || !URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return origin === new URL(pagesUrl).origin && username === '' && password === '';
}
