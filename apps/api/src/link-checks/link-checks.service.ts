import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { accept, refuse, type Result, type Viewer } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { isId } from '../database/ids.js';
import { DestinationsService } from '../destinations/destinations.service.js';
import { Jobs } from '../jobs/jobs.js';
import { Log } from '../log.js';
import { DeadLinksService } from '../publishing/dead-links.service.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { notFound } from '../request-error.js';
import { type CheckedDestination, readChecked, writeChecked } from './check-record.js';
import { nextCheck } from './check-schedule.js';
import { type Busy, DestinationChecker } from './destination-checker.js';
import { type Due, giveBack, takeDue } from './due-destinations.js';
import { type CheckRecord, type Finding, recordFinding } from './finding.js';
import { LinkCheckMails } from './link-check-mails.js';

/** One go ends before the next begins. */
const goTime = 50_000;
/** Destinations of one go, and hosts that are looked at side by side. */
const mostAtOnce = 240;
const lanesAtOnce = 8;
const backgroundPatience = 2_500;
const personPatience = 6_000;
/** Somebody who presses the button again so soon sees what was found. */
const freshFor = 60_000;

/** Asks destinations again and again whether they still lead to the music, and keeps what was found. */
@Injectable()
export class LinkChecksService implements OnModuleInit, OnModuleDestroy {
  private readonly stop = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly checker: DestinationChecker,
    private readonly releases: ReleasesService,
    private readonly destinations: DestinationsService,
    private readonly deadLinks: DeadLinksService,
    private readonly mails: LinkCheckMails,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.every('* * * * *', 'link-checks', () => this.checkDue());
  }

  /** Before the jobs are waited for. */
  onModuleDestroy(): void {
    this.stop.abort(new Error('the program stops'));
  }

  /** Looks at what is due, host by host side by side, one page of a host after the other. */
  async checkDue(most = mostAtOnce): Promise<void> {
    const end = Date.now() + goTime;
    const due = await this.database.unit({ purpose: 'maintenance' }, (tx) => takeDue(tx, most));
    const lanes = lanesOf(due);
    const walk = async (): Promise<void> => {
      for (let lane = lanes.pop(); lane; lane = lanes.pop()) await this.checkLane(lane, end);
    };
    await Promise.all(Array.from({ length: Math.min(lanesAtOnce, lanes.length) }, walk));
  }

  private async checkLane(lane: readonly Due[], end: number): Promise<void> {
    for (const [index, due] of lane.entries()) {
      const rest = lane.slice(index).map(({ id }) => id);
      if (Date.now() >= end || this.stop.signal.aborted) return this.postpone(rest, new Date());
      const busy = await this.checkOne(due);
      if (busy) return this.postpone(rest, busy.until);
    }
  }

  private async postpone(ids: readonly string[], at: Date): Promise<void> {
    await this.database.unit({ purpose: 'maintenance' }, (tx) => giveBack(tx, ids, at));
  }

  /** @returns Busy when it was not our turn, or we stop */
  private async checkOne({ workspaceId, id }: Due): Promise<Busy | null> {
    const destination = await this.database.inWorkspace({ workspaceId }, (tx) => readChecked(tx, id));
    if (!destination?.isPublished) return null;
    try {
      const finding = await this.checker.look(destination, { patienceMs: backgroundPatience, signal: this.stop.signal });
      if (this.stop.signal.aborted) return { verdict: 'busy', until: new Date() };
      if (finding.verdict === 'busy') return finding;
      await this.keep(destination, finding);
    } catch (error) {
      if (this.stop.signal.aborted) return { verdict: 'busy', until: new Date() };
      // One address that breaks the look must not stop the others; it comes again when its time is up.
      this.log.warn({ err: error, destination: id }, 'a destination could not be checked');
    }
    return null;
  }

  /** Writes down what was found, unless the address was changed meanwhile; the page follows in the same unit of work. */
  private async keep(seen: CheckedDestination, finding: Finding): Promise<void> {
    await this.database.inWorkspace(seen, async (tx) => {
      const now = new Date();
      const judge = ({ record, releasedAt }: CheckedDestination) => recordFinding(record, finding, { now, releasedAt });
      const page = isGone(seen.record) === isGone(judge(seen)) ? null : await this.releases.lockWithArtist(tx, seen.releaseId);
      const destination = await readChecked(tx, seen.id, { lock: true });
      if (!destination || destination.url !== seen.url) return;
      const record = judge(destination);
      await writeChecked(tx, destination, record, destination.isPublished ? nextCheck(record, { now, releasedAt: destination.releasedAt, random: Math.random() }) : null);
      if (page) await this.deadLinks.refreshPage(tx, page);
      if (isNews(destination.record, record)) await this.mails.order(tx, destination.workspaceId);
    });
  }

  /** Looks at one destination now, for somebody who waits. */
  async checkNow(viewer: Viewer, destinationId: string): Promise<Result<ReleaseEntity, 'SERVICE_BUSY'>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const destination = isId(destinationId) ? await this.database.inWorkspace(inside, (tx) => readChecked(tx, destinationId)) : null;
    if (!destination) throw notFound('destination');
    const isFresh = destination.checkedAt !== null && destination.record.state !== 'unchecked' && Date.now() - destination.checkedAt.getTime() < freshFor;
    if (!isFresh) {
      const finding = await this.checker.look(destination, { patienceMs: personPatience, signal: this.stop.signal });
      if (finding.verdict === 'busy') return refuse('SERVICE_BUSY', ['destinationId'], `${platformName(destination.platform)} is being asked about other links. ${waitInWords(finding.until)}`);
      await this.keep(destination, finding);
    }
    return this.database.inWorkspace(inside, async (tx) => accept(await this.releases.lock(tx, destination.releaseId)));
  }

  /** Puts the address to which a destination moved in its place. */
  async acceptMove(viewer: Viewer, destinationId: string): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const destination = isId(destinationId) ? await this.database.inWorkspace(inside, (tx) => readChecked(tx, destinationId)) : null;
    if (!destination) throw notFound('destination');
    const { movedTo } = destination.record;
    if (movedTo === null) return refuse('NOT_MOVED', ['destinationId'], 'This link leads where it should. There is nothing to change.');
    return this.destinations.updateDestination(viewer, { destinationId, url: movedTo });
  }
}

/** Who is asked: the host, which one catalogue stands for at Apple’s two shops. */
const laneOf = ({ url }: Due) => new URL(url).hostname.replace(/^itunes\.apple\.com$/u, 'music.apple.com');

function lanesOf(due: readonly Due[]): Due[][] {
  const lanes = new Map<string, Due[]>();
  for (const each of due) {
    const lane = laneOf(each);
    lanes.set(lane, [...(lanes.get(lane) ?? []), each]);
  }
  return [...lanes.values()];
}

const isGone = (record: CheckRecord) => record.state === 'gone';
const isNews = (before: CheckRecord, after: CheckRecord) => after.problemSince !== null && after.problemSince.getTime() !== before.problemSince?.getTime();

function waitInWords(until: Date): string {
  const minutes = Math.ceil((until.getTime() - Date.now()) / 60_000);
  return minutes <= 1 ? 'Try again in a minute.' : `Try again in ${minutes} minutes.`;
}
