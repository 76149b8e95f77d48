import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arrivalTime, type CheckRecord, type Finding, gonePatience, missing, recordFinding, unclear, works } from './finding.js';

const unchecked: CheckRecord = { state: 'unchecked', message: '', movedTo: null, failedChecks: 0, missingSince: null, problemSince: null };
const start = Date.parse('2026-03-01T12:00:00Z');
const hour = 3_600_000;
const moved = (to: string): Finding => ({ verdict: 'moved', to, message: 'It moved.' });

/** Findings, each with the hours since the one before it. */
function afterAll(findings: readonly (readonly [hours: number, finding: Finding])[], releasedAt: Date | null = null): CheckRecord {
  let at = start;
  return findings.reduce((record, [hours, finding]) => {
    at += hours * hour;
    return recordFinding(record, finding, { now: new Date(at), releasedAt });
  }, unchecked);
}

describe('a destination that is missing', () => {
  it('is gone only when it is still missing six hours later', () => {
    expect(afterAll([[0, missing('404')]])).toMatchObject({ state: 'unclear', missingSince: new Date(start), problemSince: null });
    expect(afterAll([[0, missing('404')], [5.9, missing('404')]])).toMatchObject({ state: 'unclear', problemSince: null });
    expect(afterAll([[0, missing('404')], [6, missing('404')]])).toMatchObject({ state: 'gone', message: '404', problemSince: new Date(start + 6 * hour) });
  });

  it('is not gone however often it is missing within six hours', () => {
    expect(afterAll(Array.from({ length: 30 }, () => [0.1, missing('404')] as const)).state).toBe('unclear');
  });

  it('and worked in between begins anew', () => {
    expect(afterAll([[0, missing('404')], [5, works], [5, missing('404')]])).toMatchObject({ state: 'unclear', missingSince: new Date(start + 10 * hour) });
  });

  it('is not forgotten because nobody could look in between', () => {
    expect(afterAll([[0, missing('404')], [3, unclear('busy')], [4, missing('404')]]).state).toBe('gone');
  });

  it('before the release, and until the last territory has it, is no news', () => {
    const releasedAt = new Date(start + 48 * hour);
    const untilThen = [[0, missing('404')], [24, missing('404')], [24, missing('404')], [35, missing('404')]] as const;
    expect(afterAll(untilThen, releasedAt)).toMatchObject({ state: 'unclear', missingSince: null, problemSince: null });
    expect(afterAll([...untilThen, [arrivalTime / hour - 35, missing('404')], [6, missing('404')]], releasedAt).state).toBe('gone');
  });
});

describe('what was flagged', () => {
  it('stays flagged, since when it was, until something is known again', () => {
    const gone = afterAll([[0, missing('404')], [7, missing('404')]]);
    expect(afterAll([[0, missing('404')], [7, missing('404')], [1, unclear('429')], [24, missing('still 404')]])).toMatchObject({ state: 'gone', problemSince: gone.problemSince });
    expect(afterAll([[0, moved('https://a.example/2')], [24, unclear('429')], [24, moved('https://a.example/2')]])).toMatchObject({ state: 'moved', movedTo: 'https://a.example/2', problemSince: new Date(start) });
  });

  it('and moved on again is new', () => {
    expect(afterAll([[0, moved('https://a.example/2')], [24, moved('https://a.example/3')]])).toMatchObject({ movedTo: 'https://a.example/3', problemSince: new Date(start + 24 * hour) });
  });

  it('is clean as soon as it works', () => {
    expect(afterAll([[0, missing('404')], [7, missing('404')], [24, works]])).toEqual({ ...unchecked, state: 'works' });
  });
});

describe('whatever is found in whatever order', () => {
  const finding = fc.oneof(fc.constant(works), fc.constant(missing('404')), fc.constant(unclear('busy')), fc.constantFrom('a', 'b').map((name) => moved(`https://x.example/${name}`)));
  const steps = fc.array(fc.tuple(fc.double({ min: 0.01, max: 12, noNaN: true }), finding), { maxLength: 20 });

  it('gone is what was found missing twice, far enough apart, and never worked or moved in between', () => {
    fc.assert(
      fc.property(steps, (findings) => {
        let at = 0;
        let since: number | null = null;
        let isGone = false;
        for (const [hours, { verdict }] of findings) {
          at += Math.round(hours * hour);
          if (verdict === 'works' || verdict === 'moved') [since, isGone] = [null, false];
          if (verdict === 'missing') {
            since ??= at;
            isGone ||= at - since >= gonePatience;
          }
        }
        const rounded = findings.map(([hours, each]) => [Math.round(hours * hour) / hour, each] as const);
        expect(afterAll(rounded).state === 'gone').toBe(isGone);
      }),
    );
  });

  it('the record says a problem’s date, and where it moved, exactly when there is one', () => {
    fc.assert(
      fc.property(steps, (findings) => {
        const { state, problemSince, movedTo } = afterAll(findings);
        expect(problemSince !== null).toBe(state === 'gone' || state === 'moved');
        expect(movedTo !== null).toBe(state === 'moved');
      }),
    );
  });
});
