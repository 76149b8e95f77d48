import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { viewerMay, type PictureFormat, type Viewer } from '@lynkify/domain';
import { In } from 'typeorm';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { batchLoader } from '../graphql/context.js';
import { RequestError } from '../request-error.js';
import { MediaEntity } from './media.entity.js';
import { PictureFiles } from './picture-files.js';
import { incompleteUpload, pictureFormats, picturesAtOnce, readPicture, readThumbnail, uploadLimits, type ReadPicture } from './read-picture.js';
import { Slots } from '../slots.js';

const tooLarge = () => new RequestError('TOO_LARGE', 413, `The file is larger than ${uploadLimits.bytes / 1024 / 1024} MB. Export it smaller and try again.`);

@Injectable()
export class MediaService {
  private readonly slots = new Slots(picturesAtOnce, 20);

  constructor(
    private readonly database: Database,
    private readonly files: PictureFiles,
  ) {}

  /** Pictures by id, in one query per request. */
  readonly byId = batchLoader<string, MediaEntity | null>(async ({ viewer }, ids) => {
    // A picture is seen where its release or bio page is seen; whoever may read neither gets none.
    const permission = viewerMay(viewer, 'releases:read') ? 'releases:read' : 'artists:read';
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, permission), (tx) => this.find(tx, ids));
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  });

  /** Pictures of the workspace that the unit of work is for. */
  async find(tx: Transaction, ids: readonly (string | null)[]): Promise<MediaEntity[]> {
    const known = ids.filter((id) => id !== null && isId(id));
    return known.length === 0 ? [] : tx.findBy(MediaEntity, { id: In(known) });
  }

  /**
   * Keeps an upload as a picture. The same file twice is one picture.
   * @throws RequestError TOO_LARGE, NOT_A_PICTURE, SVG_REFUSED, TOO_MANY_PIXELS, TOO_SMALL, BROKEN_PICTURE or TOO_MANY_REQUESTS
   */
  async keepUpload(viewer: Viewer, upload: Readable & { truncated?: boolean }): Promise<MediaEntity> {
    return this.keep(requireInWorkspace(viewer, 'media:write'), upload);
  }

  /** Keeps a picture that was fetched from somewhere, with the same care. @throws RequestError as `keepUpload` */
  async keepFetched(inside: { workspaceId: string }, bytes: Buffer): Promise<MediaEntity> {
    return this.keep(inside, Readable.from([bytes]));
  }

  /** Keeps a JPEG that we drew ourselves, in its one size. @param sourceHash of what it shows: the same again is the same picture */
  async keepDrawn(inside: { workspaceId: string }, sourceHash: Buffer, { width, height, colours, jpeg }: { width: number; height: number; colours: [string, string]; jpeg: Buffer }): Promise<MediaEntity> {
    const file = async function* () {
      yield { width, format: 'jpeg' as const, bytes: jpeg };
    };
    return this.insert(inside, { hash: sourceHash, bytes: jpeg.length }, { width, height, widths: [width], formats: ['jpeg'], colours, thumbHash: '', encode: file });
  }

  /** A picture that was fetched from elsewhere as a small square, as WebP; it is not kept. @throws RequestError as of an upload */
  async thumbnail(bytes: Buffer, side: number): Promise<Buffer> {
    const file = this.files.workingPath(`${randomUUID()}.upload`);
    try {
      await receive(Readable.from([bytes]), file);
      return await this.slots.take(() => readThumbnail(file, side));
    } finally {
      await rm(file, { force: true });
    }
  }

  private async keep(inside: { workspaceId: string }, upload: Readable & { truncated?: boolean }): Promise<MediaEntity> {
    const received = this.files.workingPath(`${randomUUID()}.upload`);
    try {
      const source = await receive(upload, received);
      const known = await this.bySource(inside, source.hash);
      return known ?? (await this.slots.take(() => this.make(inside, received, source)));
    } finally {
      await rm(received, { force: true });
    }
  }

  private async make(inside: { workspaceId: string }, file: string, source: { hash: Buffer; bytes: number }): Promise<MediaEntity> {
    return this.insert(inside, source, { ...(await readPicture(file)), formats: pictureFormats });
  }

  private async insert(inside: { workspaceId: string }, source: { hash: Buffer; bytes: number }, picture: ReadPicture & { formats: readonly PictureFormat[] }): Promise<MediaEntity> {
    const id = await this.database.inWorkspace(inside, async (tx) => {
      const [row]: { id: string }[] = await tx.query('select uuidv7() as id');
      return row?.id ?? randomUUID();
    });
    await this.files.keep(id, named(picture.encode()));
    // The row comes last: what has a row has its files.
    const rows: MediaEntity[] = await this.database.inWorkspace(inside, async (tx) => {
      await tx.query(
        `insert into media (workspace_id, id, width, height, widths, formats, colours, thumb_hash, source_hash, source_bytes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint media_source_key do nothing`,
        [inside.workspaceId, id, picture.width, picture.height, picture.widths, picture.formats, picture.colours, picture.thumbHash, source.hash, source.bytes],
      );
      return tx.findBy(MediaEntity, { sourceHash: source.hash });
    });
    const [kept] = rows;
    if (!kept) throw new Error('the picture that was just kept is not there');
    // Somebody was faster with the same file.
    if (kept.id !== id) await this.files.remove(id);
    return kept;
  }

  /** A picture by what it was made of. */
  bySource(inside: { workspaceId: string }, sourceHash: Buffer): Promise<MediaEntity | null> {
    return this.database.inWorkspace(inside, (tx) => tx.findOneBy(MediaEntity, { sourceHash }));
  }
}

async function receive(upload: Readable & { truncated?: boolean }, file: string): Promise<{ hash: Buffer; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const target = createWriteStream(file, { flags: 'wx' });
  const written = pipeline(
    upload,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    },
    target,
  );
  await written.catch(async (error: unknown) => {
    // An upload that breaks off at once may leave before its file is made, which would then outlive it.
    if (!target.closed) await new Promise<void>((resolve) => target.once('close', resolve));
    // What the disk says has a system call; everything else is the upload that ends early.
    throw error instanceof Error && !('syscall' in error) ? incompleteUpload() : error;
  });
  // The parser stops at the limit and says so only afterwards.
  if (upload.truncated || bytes > uploadLimits.bytes) throw tooLarge();
  return { hash: hash.digest(), bytes };
}

async function* named(files: AsyncIterable<{ width: number; format: string; bytes: Buffer }>) {
  for await (const { width, format, bytes } of files) yield { name: `${width}.${format}`, bytes };
}
