import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rm, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Logger, reasonOf } from '../log.js';
import { ByteLru } from '../pages/byte-lru.js';
import { Gate } from '../pages/gate.js';
import { BoundedMap } from '../visitors/bounded-map.js';

export type Picture = Buffer | 'unknown' | 'unreachable';

const mostPictureBytes = 20 * 1_048_576;
const memoryBytes = 32 * 1_048_576;
const unknownFor = 10_000;

/** Pictures of the API on this renderer's own disk, so that pages keep theirs while the API is away. */
export class MediaCache {
  /** Files by name, what was asked for last at the end. */
  private readonly files: ByteLru<null>;
  private readonly memory = new ByteLru<Buffer>(memoryBytes);
  private readonly fetching = new Map<string, Promise<Picture>>();
  private readonly unknown = new BoundedMap<string, number>(10_000);
  private readonly gate = new Gate(16, 1_000);
  private readonly keeping = new Set<Promise<void>>();

  constructor(
    private readonly directory: string,
    private readonly apiUrl: string,
    mostBytes: number,
    private readonly log: Logger,
  ) {
    this.files = new ByteLru(mostBytes, (name) => rm(this.path(name), { force: true }, () => undefined));
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const { name, bytes } of foundIn(directory)) this.files.set(name, null, bytes);
  }

  get(id: string, file: string): Promise<Picture> {
    const name = `${id}-${file}`;
    const kept = this.memory.get(name);
    if (kept) return Promise.resolve(kept);
    const under = this.fetching.get(name);
    if (under) return under;
    const fetching = this.find(id, file, name).finally(() => this.fetching.delete(name));
    this.fetching.set(name, fetching);
    return fetching;
  }

  /** Until every picture that was fetched is on the disk. */
  async settled(): Promise<void> {
    await Promise.all(this.keeping);
  }

  private async find(id: string, file: string, name: string): Promise<Picture> {
    if (this.files.get(name) !== undefined) {
      const bytes = await readFile(this.path(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') this.log.error({ reason: reasonOf(error) }, 'a picture could not be read');
        return null;
      });
      if (bytes) return this.remember(name, bytes);
      this.files.delete(name);
    }
    if ((this.unknown.get(name) ?? 0) > Date.now()) return 'unknown';
    try {
      return await this.gate.pass(() => this.fetch(id, file, name));
    } catch (error) {
      this.log.warn({ reason: reasonOf(error) }, 'a picture could not be fetched');
      return 'unreachable';
    }
  }

  private async fetch(id: string, file: string, name: string): Promise<Picture> {
    const response = await fetch(`${this.apiUrl}/media/${id}/${file}`, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
    const isPicture = response.headers.get('content-type')?.startsWith('image/') ?? false;
    const tooLarge = Number(response.headers.get('content-length') ?? 0) > mostPictureBytes;
    if (!response.ok || !isPicture || tooLarge) {
      await response.body?.cancel();
      if (response.status >= 500) throw new Error(`the API answered ${response.status}`);
      this.unknown.set(name, Date.now() + unknownFor);
      return 'unknown';
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    const keeping = this.keep(name, bytes).finally(() => this.keeping.delete(keeping));
    this.keeping.add(keeping);
    return this.remember(name, bytes);
  }

  private remember(name: string, bytes: Buffer): Buffer {
    this.memory.set(name, bytes, bytes.length);
    return bytes;
  }

  private async keep(name: string, bytes: Buffer): Promise<void> {
    const path = this.path(name);
    const fresh = `${path}.${randomUUID()}.new`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(fresh, bytes);
      await rename(fresh, path);
      this.files.set(name, null, bytes.length);
    } catch (error) {
      rm(fresh, { force: true }, () => undefined);
      this.log.error({ reason: reasonOf(error) }, 'a picture could not be kept on disk');
    }
  }

  private path(name: string): string {
    // The end of an id is random where its beginning is the time: so folders fill evenly.
    return join(this.directory, name.slice(34, 36), name);
  }
}

function foundIn(directory: string): { name: string; bytes: number }[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .flatMap((folder) => readdirSync(join(directory, folder.name)).map((name) => ({ name, stat: statSync(join(directory, folder.name, name)) })))
    .filter(({ name }) => !name.endsWith('.new'))
    .sort((one, other) => one.stat.mtimeMs - other.stat.mtimeMs)
    .map(({ name, stat }) => ({ name, bytes: stat.size }));
}
