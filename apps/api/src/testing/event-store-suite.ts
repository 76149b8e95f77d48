import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Database } from '../database/database.js';
import { EventStore, type CountedEvents, type EventsWorkspace, type KeyedCounts, type NumbersQuestion, type RecordedEvent } from '../events/event-store.js';
import { dayIn, shiftDay } from '../numbers/day-range.js';
import { eventIdAt } from './audience.js';
import { daysOfZones } from './days-of-zones.js';
import type { TestApi } from './test-api.js';

/** A store as the suite works with it. */
export interface StoreUnderTest {
  store: EventStore;
  /** Hands a batch over as ingest does, in a unit of work of its own. */
  record: (workspaces: readonly EventsWorkspace[], events: readonly RecordedEvent[]) => Promise<void>;
  /** As `record`, and the unit of work then fails before it is committed. */
  recordAndFail: (workspaces: readonly EventsWorkspace[], events: readonly RecordedEvent[]) => Promise<void>;
  forgetFan: (workspaceId: string, fanId: string) => Promise<void>;
  /** Makes every count of a workspace wrong, and leaves its raw events as they are. */
  spoilCounts: (workspaceId: string) => Promise<void>;
  stop: () => Promise<void>;
}

class GivenUp extends Error {}

/** The store of a running API, worked with as ingest works with it. */
export function storeOf(api: TestApi, more: Pick<StoreUnderTest, 'spoilCounts' | 'stop'>): StoreUnderTest {
  const [store, database] = [api.app.get(EventStore), api.app.get(Database)];
  return {
    store,
    record: (workspaces, events) => database.unit({ purpose: 'ingest' }, (tx) => store.record(tx, workspaces, events)),
    async recordAndFail(workspaces, events) {
      const failing = database.unit({ purpose: 'ingest' }, async (tx) => {
        await store.record(tx, workspaces, events);
        throw new GivenUp();
      });
      await expect(failing).rejects.toThrow(GivenUp);
    },
    forgetFan: (workspaceId, fanId) => database.inWorkspace({ workspaceId }, (tx) => store.forgetFan(tx, workspaceId, fanId)),
    ...more,
  };
}

const newId = () => eventIdAt(Date.now());

function aWorkspace(timeZone = 'UTC') {
  const workspace = { id: newId(), timeZone };
  const [artistId, releaseId] = [newId(), newId()];
  const event = (at: string, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
    kind: 'visit', id: eventIdAt(Date.parse(at)), at: new Date(at).toISOString(), workspaceId: workspace.id, artistId, releaseId, path: '/a/b', target: null, channel: null,
    referrerHost: null, utm: null, country: null, region: null, city: null, device: 'phone', audience: 'person', visitor: 'ann', fanId: null, ...more,
  });
  return { workspace, artistId, releaseId, event };
}

/** What a question is answered when somebody goes through all events with a pencil. */
function countByHand(events: readonly RecordedEvent[], { workspaceId, timeZone, artistId, releaseId, from, to }: NumbersQuestion): CountedEvents {
  const once = [...new Map(events.map((event) => [event.id, event])).values()].filter((event) => {
    const day = dayIn(timeZone, new Date(event.at));
    return event.workspaceId === workspaceId && day >= from && day <= to && (!artistId || event.artistId === artistId) && (!releaseId || event.releaseId === releaseId);
  });
  const people = once.filter((event) => event.audience === 'person');
  const by = (list: readonly RecordedEvent[], keyOf: (event: RecordedEvent) => string | null, first: 'visits' | 'clicks' = 'visits'): KeyedCounts[] => {
    const counts = new Map<string | null, KeyedCounts>();
    for (const event of list) {
      const key = keyOf(event);
      const known = counts.get(key) ?? { key, visits: 0, clicks: 0, captures: 0 };
      counts.set(key, { ...known, [`${event.kind}s`]: known[`${event.kind}s` as const] + 1 });
    }
    const text = (key: string | null) => (key === null ? '\uffff' : key);
    return [...counts.values()].sort((a, b) => b[first] - a[first] || b.clicks - a.clicks || b.captures - a.captures || text(a.key).localeCompare(text(b.key)));
  };
  const byDay = by(people, (event) => dayIn(timeZone, new Date(event.at))).sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  return {
    visitors: new Set(people.filter((event) => event.kind === 'visit' && event.visitor).map((event) => `${dayIn(timeZone, new Date(event.at))} ${event.visitor}`)).size,
    byDay,
    byTarget: by(people.filter((event) => event.kind === 'click' && event.target), (event) => event.target, 'clicks'),
    byChannel: by(people, (event) => event.channel),
    byReferrer: by(people, (event) => event.referrerHost),
    byCountry: by(people, (event) => event.country),
    byDevice: by(people, (event) => event.device),
    byAudience: by(once.filter((event) => event.audience !== 'person'), (event) => event.audience) as CountedEvents['byAudience'],
  };
}

/** What every store has to keep to. `make` is called once. */
export function describeEventStore(name: string, make: () => Promise<StoreUnderTest>, { runs = 12 } = {}): void {
  describe(`${name} as an event store`, () => {
    let it_: StoreUnderTest;
    beforeAll(async () => {
      it_ = await make();
    });
    afterAll(() => it_.stop());

    const today = () => new Date().toISOString().slice(0, 10);
    const visits = async (workspace: EventsWorkspace, from: string, to: string, scope: { artistId?: string; releaseId?: string } = {}) =>
      (await it_.store.count({ workspaceId: workspace.id, timeZone: workspace.timeZone, from, to, ...scope })).byDay.map(({ key, visits: n }) => [key, n]);
    const sumOf = async (workspace: EventsWorkspace, from: string, to: string) => (await visits(workspace, from, to)).reduce((sum, [, n]) => sum + Number(n), 0);

    it('answers nothing where nothing happened', async () => {
      const { workspace } = aWorkspace();
      expect(await it_.store.count({ workspaceId: workspace.id, timeZone: 'UTC', from: '2026-01-01', to: today() })).toEqual({ visitors: 0, byDay: [], byTarget: [], byChannel: [], byReferrer: [], byCountry: [], byDevice: [], byAudience: [] });
      await it_.record([], []);
    });

    it('counts an event once, however often and from however many sides it comes at once', async () => {
      const { workspace, event } = aWorkspace();
      const batch = Array.from({ length: 150 }, (_, n) => event(`2026-05-10T10:${String(n % 60).padStart(2, '0')}:00.000Z`, { visitor: `v${n % 40}` }));
      await Promise.all([...Array.from({ length: 6 }, (_, n) => it_.record([workspace], n % 2 ? [...batch].reverse() : batch)), it_.record([workspace], batch.slice(0, 70)), it_.record([workspace], batch.slice(50, 120))]);
      await it_.record([workspace], [...batch, ...batch.slice(0, 5)]);
      expect(await visits(workspace, '2026-05-10', '2026-05-10')).toEqual([['2026-05-10', 150]]);
      expect((await it_.store.count({ workspaceId: workspace.id, timeZone: 'UTC', from: '2026-05-10', to: '2026-05-10' })).visitors).toBe(40);
    });

    it('ends right when a batch failed after it was handed over and comes again, whole or in other pieces', async () => {
      const { workspace, event } = aWorkspace();
      const batch = Array.from({ length: 120 }, (_, n) => event('2026-05-10T10:00:00.000Z', { visitor: `v${n}` }));
      await it_.recordAndFail([workspace], batch);
      await it_.recordAndFail([workspace], batch.slice(30));
      await Promise.all([it_.record([workspace], batch.slice(0, 80)), it_.record([workspace], batch.slice(40))]);
      const counted = await it_.store.count({ workspaceId: workspace.id, timeZone: 'UTC', from: '2026-05-10', to: '2026-05-10' });
      expect([counted.byDay[0]?.visits, counted.visitors]).toEqual([120, 120]);
    });

    it('counts what comes late or early by days, on the turn of a month as well', async () => {
      const { workspace, event } = aWorkspace();
      const moments = ['2026-04-30T23:59:59.999Z', '2026-05-01T00:00:00.000Z', '2026-05-31T23:59:59.999Z', '2026-06-01T00:00:00.000Z', '2026-02-28T12:00:00.000Z', new Date(Date.now() + 26 * 3_600_000).toISOString()];
      await it_.record([workspace], moments.slice(1, 3).map((at) => event(at)));
      await it_.record([workspace], moments.map((at) => event(at)));
      await it_.store.upkeep();
      await it_.record([workspace], [event('2026-05-01T10:00:00.000Z')]);
      expect(await visits(workspace, '2026-02-28', shiftDay(today(), 3))).toEqual([
        ['2026-02-28', 1], ['2026-04-30', 1], ['2026-05-01', 3], ['2026-05-31', 2], ['2026-06-01', 1], [moments[5]?.slice(0, 10), 1],
      ]);
      expect(await visits(workspace, '2026-05-01', '2026-05-31')).toEqual([['2026-05-01', 3], ['2026-05-31', 2]]);
    });

    it.each(daysOfZones)('begins and ends a day when it does in %s, on quiet days and busy ones', async (timeZone, day, first, last) => {
      for (const times of [1, 80]) {
        const { workspace, event } = aWorkspace(timeZone);
        const beside = [new Date(Date.parse(first) - 1).toISOString(), new Date(Date.parse(last) + 1).toISOString()];
        const batch = Array.from({ length: times }, (_, n) => [first, last, ...beside].map((at) => event(at, { visitor: `v${n}` }))).flat();
        await it_.record([workspace], batch);
        expect(await visits(workspace, day, day)).toEqual([[day, 2 * times]]);
        expect((await it_.store.count({ workspaceId: workspace.id, timeZone, from: shiftDay(day, -1), to: shiftDay(day, 1) })).visitors).toBe(3 * times);
      }
    });

    it('tells workspaces, artists and smart links apart, and knows who was on more than one page', async () => {
      const [one, two] = [aWorkspace(), aWorkspace()];
      const [otherArtist, otherRelease] = [newId(), newId()];
      const at = '2026-05-10T10:00:00.000Z';
      await it_.record([one.workspace, two.workspace], [
        one.event(at), one.event(at, { releaseId: null }), one.event(at, { releaseId: otherRelease, visitor: 'bob' }), one.event(at, { artistId: otherArtist, releaseId: null }), two.event(at), two.event(at, { visitor: 'eve' }),
      ]);
      const ask = async (world: ReturnType<typeof aWorkspace>, scope: { artistId?: string; releaseId?: string } = {}) => {
        const counted = await it_.store.count({ workspaceId: world.workspace.id, timeZone: 'UTC', from: '2026-05-10', to: '2026-05-10', ...scope });
        return [counted.byDay[0]?.visits ?? 0, counted.visitors];
      };
      expect(await ask(one)).toEqual([4, 2]);
      expect(await ask(one, { artistId: one.artistId })).toEqual([3, 2]);
      expect(await ask(one, { releaseId: one.releaseId })).toEqual([1, 1]);
      expect(await ask(one, { artistId: otherArtist })).toEqual([1, 1]);
      expect(await ask(two)).toEqual([2, 2]);
      expect(await ask(two, { artistId: one.artistId })).toEqual([0, 0]);
      expect(await ask(two, { releaseId: one.releaseId })).toEqual([0, 0]);
    });

    it('counts the visitors of a day that is over no matter how late one comes back to it', async () => {
      const { workspace, event } = aWorkspace();
      const at = '2026-05-10T10:00:00.000Z';
      const visitors = async () => (await it_.store.count({ workspaceId: workspace.id, timeZone: 'UTC', from: '2026-05-10', to: '2026-05-10' })).visitors;
      await it_.record([workspace], ['ann', 'bob', 'cid'].map((visitor) => event(at, { visitor })));
      await it_.store.upkeep();
      expect(await visitors()).toBe(3);
      await Promise.all([it_.record([workspace], ['ann', 'dan'].map((visitor) => event(at, { visitor }))), it_.record([workspace], [event(at, { visitor: 'dan' }), event(at, { visitor: 'eve', kind: 'click', target: 'spotify' })])]);
      expect(await visitors()).toBe(4);
      await it_.store.upkeep();
      expect(await visitors()).toBe(4);
    });

    it('remembers which captures were a fan’s until they are erased, and a capture that comes again links nobody', async () => {
      const { workspace, event } = aWorkspace();
      const other = aWorkspace();
      const [ann, bob] = [newId(), newId()];
      const capture = (at: string, fanId: string | null, more: Partial<RecordedEvent> = {}) => event(at, { kind: 'capture', fanId, channel: 'qr', path: '/a/b', ...more });
      const first = capture('2026-05-10T10:00:00.000Z', ann);
      const batch = [first, capture('2026-05-12T10:00:00.000Z', ann, { releaseId: null, path: '/a' }), capture('2026-05-11T10:00:00.000Z', bob), capture('2026-05-11T11:00:00.000Z', null), event('2026-05-11T11:00:00.000Z')];
      await it_.record([workspace], batch);
      await it_.record([workspace], batch);
      const captures = await it_.store.capturesOfFans(workspace.id, [ann, bob]);
      expect(captures.map(({ fanId, at, path, channel, releaseId }) => [fanId, at.toISOString(), path, channel, releaseId])).toEqual([
        [ann, '2026-05-10T10:00:00.000Z', '/a/b', 'qr', first.releaseId], [bob, '2026-05-11T10:00:00.000Z', '/a/b', 'qr', first.releaseId], [ann, '2026-05-12T10:00:00.000Z', '/a', 'qr', null],
      ]);
      expect(await it_.store.capturesOfFans(other.workspace.id, [ann])).toEqual([]);
      await it_.forgetFan(other.workspace.id, ann);
      expect(await it_.store.capturesOfFans(workspace.id, [ann])).toHaveLength(2);
      await it_.forgetFan(workspace.id, ann);
      await it_.record([workspace], batch.map((event_) => ({ ...event_, fanId: event_.fanId === ann ? null : event_.fanId })));
      expect((await it_.store.capturesOfFans(workspace.id, [ann, bob])).map(({ fanId }) => fanId)).toEqual([bob]);
      expect((await it_.store.count({ workspaceId: workspace.id, timeZone: 'UTC', from: '2026-05-10', to: '2026-05-12' })).byDay.map(({ captures: n }) => n)).toEqual([1, 2, 1]);
    });

    it('counts again from raw events what was counted wrong, while others come in, and as often as one likes', async () => {
      const { workspace, event } = aWorkspace('Asia/Kolkata');
      const days = ['2026-05-10', '2026-05-11', '2026-05-12'];
      const batch = days.flatMap((day, n) => Array.from({ length: n === 1 ? 130 : 3 }, (_, k) => event(`${day}T12:00:00.000Z`, { visitor: `v${k}`, country: k % 2 ? 'DE' : null, audience: k % 10 === 9 ? 'bot' : 'person' })));
      await it_.record([workspace], batch);
      const question = { workspaceId: workspace.id, timeZone: workspace.timeZone, from: '2026-05-09', to: '2026-05-13' };
      expect(await it_.store.count(question)).toEqual(countByHand(batch, question));
      await it_.spoilCounts(workspace.id);
      expect(await it_.store.count(question)).not.toEqual(countByHand(batch, question));
      expect(await it_.store.rebuild(workspace, '2026-05-09', '2026-05-13')).toBe(batch.length);
      expect(await it_.store.count(question)).toEqual(countByHand(batch, question));
      const more = days.flatMap((day) => Array.from({ length: 40 }, (_, k) => event(`${day}T13:00:00.000Z`, { visitor: `w${k % 7}` })));
      const pieces = Array.from({ length: 12 }, (_, n) => more.filter((_event, k) => k % 12 === n));
      await Promise.all([...pieces.map((piece) => it_.record([workspace], piece)), it_.store.rebuild(workspace, '2026-05-10', '2026-05-12'), it_.store.rebuild(workspace, '2026-05-11', '2026-05-12')]);
      expect(await it_.store.count(question)).toEqual(countByHand([...batch, ...more], question));
    });

    it('answers as somebody who goes through all events by hand, whatever came in whatever batches', async () => {
      const event = fc.record({
        kind: fc.constantFrom('visit' as const, 'visit' as const, 'click' as const, 'capture' as const),
        minute: fc.integer({ min: -3_000, max: 3_000 }),
        channel: fc.constantFrom(null, 'email', 'qr'),
        referrerHost: fc.constantFrom(null, 'a.example', 'b.example'),
        country: fc.constantFrom(null, 'DE', 'IN'),
        device: fc.constantFrom('phone' as const, 'desktop' as const),
        audience: fc.constantFrom('person' as const, 'person' as const, 'bot' as const, 'preview' as const, 'prefetch' as const, 'scanner' as const),
        target: fc.constantFrom('spotify', 'deezer'),
        visitor: fc.constantFrom('a', 'b', 'c', null),
        onRelease: fc.boolean(),
        inOther: fc.boolean(),
        times: fc.constantFrom(1, 1, 1, 60),
      });
      const plan = fc.record({
        events: fc.array(event, { minLength: 1, maxLength: 30 }),
        cuts: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 4 }),
        zone: fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland'),
        upkeepBetween: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(plan, async ({ events, cuts, zone, upkeepBetween }) => {
          const [mine, other] = [aWorkspace(zone), aWorkspace('UTC')];
          const made = events.flatMap(({ minute, target, onRelease, inOther, times, ...more }) =>
            Array.from({ length: times }, () => {
              const world = inOther ? other : mine;
              const at = new Date(Date.UTC(2026, 4, 31, 12) + minute * 60_000).toISOString();
              return world.event(at, { ...more, target: more.kind === 'click' ? target : null, ...(onRelease ? {} : { releaseId: null }) });
            }),
          );
          const workspaces = [mine.workspace, other.workspace];
          await Promise.all(cuts.map(([a, b]) => it_.record(workspaces, made.slice(Math.min(a, b), Math.max(a, b)))));
          if (upkeepBetween) await it_.store.upkeep();
          await Promise.all([it_.record(workspaces, made), it_.record(workspaces, [...made].reverse())]);
          for (const { workspace, artistId, releaseId } of [mine, other]) {
            for (const scope of [{}, { artistId }, { releaseId }]) {
              const question = { workspaceId: workspace.id, timeZone: workspace.timeZone, from: '2026-05-30', to: '2026-06-01', ...scope };
              expect(await it_.store.count(question)).toEqual(countByHand(made, question));
            }
          }
          expect(await sumOf(mine.workspace, '2026-05-01', '2026-06-30')).toBe(countByHand(made, { workspaceId: mine.workspace.id, timeZone: zone, from: '2026-05-01', to: '2026-06-30' }).byDay.reduce((sum, day) => sum + day.visits, 0));
        }),
        { numRuns: runs },
      );
    });
  });
}
