import { rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, reasonOf } from '../log.js';
import { SpoolReader } from '../shipper/spool-reader.js';
import type { FolderLock } from '../spool/lock.js';
import { listSegments, mendSegments, readCursor, segmentPath } from '../spool/segments.js';
import type { Spool } from '../spool/spool.js';
import { spoolFolders, tryLock, type Folders, type WorkerFolder } from './worker-folder.js';

export interface AdoptionOptions {
  folders: Folders;
  own: WorkerFolder;
  workers: number;
  spool: Spool;
  log: Logger;
}

const lookEvery = 10_000;

/**
 * Takes over what lies in folders that nobody uses: of a worker that was replaced or killed, of more workers than there
 * are now, of a time with none. So no event waits for a process that will never come.
 */
export class Adoption {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly options: AdoptionOptions) {}

  start(): void {
    const look = () => {
      this.looking ??= this.look().finally(() => {
        this.looking = null;
      });
    };
    look();
    this.timer = setInterval(look, lookEvery).unref();
  }

  /** Nothing is taken over any more, and no folder is held. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    const { folders, own, log } = this.options;
    for (const { name, directory } of spoolFolders(folders.spoolDir)) {
      if (name === own.name || this.stopped) continue;
      try {
        await this.takeOver(name, directory);
      } catch (error) {
        log.error({ folder: name, reason: reasonOf(error) }, 'events of a folder that nobody uses could not be taken over, it is tried again');
      }
    }
  }

  private async takeOver(name: string, directory: string): Promise<void> {
    // A renderer that serves alone is not looked for in vain each time.
    const segments = listSegments(directory).length;
    if (segments === 0 && !this.isSurplus(name)) return;
    const locks: FolderLock[] = [];
    try {
      // Its shipper may outlive it for a moment.
      for (const which of ['lock', 'shipper.lock']) {
        const lock = tryLock(directory, which);
        if (!lock) return;
        locks.push(lock);
      }
      if (segments > 0) await this.takeSegments(name, directory);
      // What it held of pages comes from the API again, should there ever be that many workers.
      if (this.isSurplus(name)) rmSync(join(this.options.folders.cacheDir, name), { recursive: true, force: true });
    } finally {
      for (const lock of locks.reverse()) lock.release();
    }
  }

  /** Beyond the workers that there are, and one more while one is being replaced. */
  private isSurplus(name: string): boolean {
    return Number(/\d+/u.exec(name)?.[0] ?? 0) > this.options.workers + 1;
  }

  private async takeSegments(name: string, directory: string): Promise<void> {
    const { spool, log } = this.options;
    mendSegments(directory);
    const cursor = readCursor(directory);
    const waiting: string[] = [];
    for (const number of listSegments(directory)) {
      const path = segmentPath(directory, number);
      const shipped = number < cursor.segment || (number === cursor.segment && statSync(path).size <= cursor.offset);
      if (shipped) rmSync(path);
      else waiting.push(path);
    }
    if (waiting.length === 0) return;
    const reader = new SpoolReader(directory, { segment: 0, offset: 0 });
    const found = await reader.countBefore(Number.POSITIVE_INFINITY);
    await reader.close();
    // Whoever wrote it may have been killed before its last sync.
    for (const path of waiting) {
      const file = await open(path, 'r+');
      await file.datasync();
      await file.close();
    }
    if (this.stopped) return;
    spool.takeIn(waiting, found);
    log.info({ folder: name, events: found.events }, 'events of a folder that nobody uses were taken over');
  }
}
