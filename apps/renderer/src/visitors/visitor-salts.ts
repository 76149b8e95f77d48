import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, reasonOf } from '../log.js';
import { keyedHash } from './hmac.js';

const day = 86_400_000;
const saltShape = /^[\w-]{43}$/u;
/** A file that is written for longer was left behind by a process that is no more. */
const writing = 60_000;

/** Salts by days of UTC (`2026-11-22`), 32 bytes in base64url. */
export type SaltsByDay = Readonly<Record<string, string>>;

/**
 * Tells visitors apart without a cookie: an HMAC of address and agent under a random salt of the day. 48 hours after its
 * day began a salt is deleted, so that nobody, we included, can tell any more whose hash it was.
 *
 * Which salt holds, all renderers of an instance agree on (`SaltAgreement`); here is what this one holds, in memory and
 * in one file a day, so that a restart and a midnight need no API. Processes that share the folder share the salts: whose
 * file is there first has made it.
 */
export class VisitorSalts {
  private readonly held = new Map<number, string>();
  private readonly directory: string;
  private today = Number.NaN;
  private turns = 0;
  private hash: (text: string) => string = () => '';

  constructor(cacheDirectory: string, private readonly log: Logger) {
    this.directory = join(cacheDirectory, 'visitor-salts');
  }

  /** Which salt holds now, as a number that changes with it. */
  turn(now: number): number {
    const today = Math.floor(now / day);
    if (today !== this.today) this.turnTo(today, now);
    return this.turns;
  }

  visitorOf(address: string, agent: string, now: number): string {
    this.turn(now);
    return this.hash(`${address}\n${agent}`);
  }

  /** Whether there is a salt of this day already, so that nobody has to be asked for it. */
  holds(now: number): boolean {
    return this.saltOf(Math.floor(now / day)) !== null;
  }

  /** What this renderer would count under, today and tomorrow. */
  proposals(now: number): SaltsByDay {
    const today = Math.floor(now / day);
    return Object.fromEntries([today, today + 1].map((number) => [nameOf(number), this.saltOf(number) ?? this.make(number)]));
  }

  /** Takes over what all renderers agreed on, also in place of what was held. */
  adopt(agreed: SaltsByDay, now: number): void {
    for (const [name, salt] of Object.entries(agreed)) {
      const number = numberOf(name);
      if (number === null || !isKept(number, now) || !saltShape.test(salt) || this.held.get(number) === salt) continue;
      this.held.set(number, salt);
      this.onDisk(() => renameSync(this.write(salt), this.pathOf(number)));
      if (number === this.today) this.turnTo(number, now);
    }
  }

  /** Deletes what is two days old, on the disk too. */
  forgetOld(now: number): void {
    for (const number of this.held.keys()) if (!isKept(number, now)) this.held.delete(number);
    this.onDisk(() => {
      for (const file of readdirSync(this.directory)) {
        const number = numberOf(file);
        const path = join(this.directory, file);
        if (number === null ? isLeftBehind(path, file) : !isKept(number, now)) rmSync(path, { force: true });
      }
    });
  }

  private turnTo(today: number, now: number): void {
    this.hash = keyedHash(Buffer.from(this.saltOf(today) ?? this.make(today), 'base64url'));
    this.today = today;
    this.turns += 1;
    this.forgetOld(now);
  }

  private saltOf(number: number): string | null {
    const held = this.held.get(number) ?? this.onDisk(() => readFileSync(this.pathOf(number), 'utf8')) ?? '';
    if (!saltShape.test(held)) return null;
    this.held.set(number, held);
    return held;
  }

  private make(number: number): string {
    const salt = randomBytes(32).toString('base64url');
    const path = this.pathOf(number);
    this.onDisk(() => {
      const written = this.write(salt);
      try {
        linkSync(written, path);
      } catch (error) {
        // Another process was first: its salt is ours. A file that is no salt gives way.
        if (!isCode(error, 'EEXIST')) throw error;
        if (!saltShape.test(readFileSync(path, 'utf8'))) renameSync(written, path);
      } finally {
        rmSync(written, { force: true });
      }
    });
    const made = this.saltOf(number) ?? salt;
    this.held.set(number, made);
    return made;
  }

  /** @returns where it is, beside where it shall be */
  private write(salt: string): string {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    // Backup programs leave such folders out (https://bford.info/cachedir/).
    writeFileSync(join(this.directory, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n# Salts that must not outlive two days, in no backup either.\n');
    const path = join(this.directory, `${process.pid}-${randomBytes(6).toString('hex')}.new`);
    writeFileSync(path, salt, { mode: 0o600 });
    return path;
  }

  private pathOf(number: number): string {
    return join(this.directory, nameOf(number));
  }

  /** Visitors are counted with a disk that cannot be read or written too, from memory. */
  private onDisk<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!isCode(error, 'ENOENT')) this.log.warn({ reason: reasonOf(error) }, 'the salts of visitors are kept in memory alone');
      return null;
    }
  }
}

const nameOf = (number: number) => new Date(number * day).toISOString().slice(0, 10);

function numberOf(name: string): number | null {
  return /^\d{4}-\d\d-\d\d$/u.test(name) ? Date.parse(`${name}T00:00Z`) / day : null;
}

/** From yesterday to the day after tomorrow: the API's clock may be a day off. */
function isKept(number: number, now: number): boolean {
  const today = Math.floor(now / day);
  return number >= today - 1 && number <= today + 2;
}

function isLeftBehind(path: string, file: string): boolean {
  const written = file.endsWith('.new') ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
  return written !== undefined && Date.now() - written > writing;
}

const isCode = (error: unknown, code: string) => typeof error === 'object' && error !== null && 'code' in error && error.code === code;
