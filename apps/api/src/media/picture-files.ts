import type { Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '../environment.js';

const hour = 3_600_000;

/** Pictures on the local disk: `{MEDIA_DIR}/{two last of the id}/{id}/{width}.{format}`. A folder is there whole or not at all. */
@Injectable()
export class PictureFiles implements OnModuleInit {
  private readonly root: string;
  private readonly working: string;

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.root = environment.mediaDir;
    this.working = join(this.root, 'tmp');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.working, { recursive: true });
    await this.sweep();
  }

  /** A path of its own for something that is not yet kept. */
  workingPath(name: string): string {
    return join(this.working, name);
  }

  async keep(id: string, files: AsyncIterable<{ name: string; bytes: Buffer }>): Promise<void> {
    const made = this.workingPath(`${id}.made`);
    await mkdir(made);
    try {
      for await (const { name, bytes } of files) await writeFile(join(made, name), bytes);
      await mkdir(join(this.root, id.slice(-2)), { recursive: true });
      await rename(made, this.folder(id));
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.folder(id), { recursive: true, force: true });
  }

  /** Opens a file of a picture, or null when there is none. */
  async open(id: string, name: string): Promise<{ handle: FileHandle; size: number } | null> {
    try {
      const handle = await open(join(this.folder(id), name), 'r');
      return { handle, size: (await handle.stat()).size };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Where a file of a picture is, for who draws with it. */
  path(id: string, name: string): string {
    return join(this.folder(id), name);
  }

  private folder(id: string): string {
    return join(this.root, id.slice(-2), id);
  }

  /** Takes away what a killed process left behind. */
  private async sweep(): Promise<void> {
    const left: Dirent[] = await readdir(this.working, { withFileTypes: true });
    for (const { name } of left) {
      const path = this.workingPath(name);
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > hour) await rm(path, { recursive: true, force: true });
    }
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
