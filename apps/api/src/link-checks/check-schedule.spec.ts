import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextCheck } from './check-schedule.js';
import type { CheckRecord } from './finding.js';

const hour = 3_600_000;
const day = 24 * hour;
const now = new Date('2026-03-01T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * day);
const record = (fields: Partial<CheckRecord> = {}): CheckRecord => ({ state: 'works', message: '', movedTo: null, failedChecks: 0, missingSince: null, problemSince: null, ...fields });
/** In hours. */
const pause = (fields: Partial<CheckRecord>, releasedAt: Date | null, random = 0.5) => (nextCheck(record(fields), { now, releasedAt, random }).getTime() - now.getTime()) / hour;

describe('the next look at a destination', () => {
  it('comes daily around the release and weekly later', () => {
    for (const days of [-6, -1, 0]) expect(pause({}, inDays(days))).toBe(24);
    for (const days of [-8, -400]) expect(pause({}, inDays(days))).toBe(168);
    expect(pause({}, null)).toBe(168);
  });

  it('comes in time for the week before the release, and an hour or two after it', () => {
    expect(pause({}, inDays(9))).toBe(48);
    expect(pause({}, inDays(30))).toBe(168);
    expect(pause({}, inDays(0.25))).toBe(7.5);
  });

  it('comes back when six hours are over to what was missing once', () => {
    expect(pause({ state: 'unclear', failedChecks: 1, missingSince: now }, inDays(-100))).toBe(6.5);
    expect(pause({ state: 'unclear', failedChecks: 2, missingSince: new Date(now.getTime() - 4 * hour) }, inDays(-100))).toBe(2.5);
    // Nobody could look when the six hours were over.
    expect(pause({ state: 'unclear', failedChecks: 3, missingSince: inDays(-2) }, inDays(-100))).toBe(0.5);
  });

  it('comes sooner after a failure, and ever later to a site that turns programs away', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((failedChecks) => pause({ state: 'unclear', failedChecks }, inDays(-100)))).toEqual([6, 12, 24, 48, 96, 168, 168]);
    expect(pause({ state: 'unclear', failedChecks: 6 }, inDays(-1))).toBe(24);
  });

  it('comes daily for two weeks to what is gone, then weekly', () => {
    expect(pause({ state: 'gone', missingSince: inDays(-3), problemSince: inDays(-2) }, inDays(-400))).toBe(24);
    expect(pause({ state: 'gone', missingSince: inDays(-30), problemSince: inDays(-29) }, inDays(-400))).toBe(168);
  });

  it('is spread by a tenth either way, and never in the next half hour', () => {
    expect([pause({}, null, 0), pause({}, null, 1)]).toEqual([151.2, 184.8]);
    fc.assert(
      fc.property(
        fc.constantFrom('works', 'gone', 'moved', 'unclear' as const), fc.nat(30), fc.option(fc.integer({ min: -500, max: 500 })), fc.option(fc.integer({ min: 0, max: 400 })), fc.double({ min: 0, max: 1, noNaN: true }),
        (state, failedChecks, released, missingHours, random) => {
          const missingSince = missingHours === null ? null : new Date(now.getTime() - missingHours * hour);
          const hours = pause({ state, failedChecks, missingSince, problemSince: state === 'gone' ? missingSince : null }, released === null ? null : inDays(released), random);
          expect(hours).toBeGreaterThanOrEqual(0.5);
          expect(hours).toBeLessThanOrEqual(185);
        },
      ),
    );
  });
});
