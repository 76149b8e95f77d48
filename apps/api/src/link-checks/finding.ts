/** What one look at an address says of it. Messages are whole sentences for the artist. */
export type Finding =
  | { verdict: 'works' }
  /** There is no such page. Said by a status or by a sign that is documented, never guessed. */
  | { verdict: 'missing'; message: string }
  /** It lives at another address of the platform now. */
  | { verdict: 'moved'; to: string; message: string }
  /** The answer is about the asking, not about the music: too busy, a captcha, another country, nobody there. */
  | { verdict: 'unclear'; message: string };

export const works: Finding = { verdict: 'works' };
export const missing = (message: string): Finding => ({ verdict: 'missing', message });
export const unclear = (message: string): Finding => ({ verdict: 'unclear', message });

/** What is known of a destination from its checks so far. */
export type CheckState = 'unchecked' | 'works' | 'gone' | 'moved' | 'unclear';

export interface CheckRecord {
  state: CheckState;
  message: string;
  movedTo: string | null;
  /** Checks in a row that did not end with “it works”. */
  failedChecks: number;
  /** When it was first found missing, and has not been seen to work since. */
  missingSince: Date | null;
  /** When it was flagged as gone or moved. */
  problemSince: Date | null;
}

const hour = 3_600_000;

/** What is missing is gone only when it is still missing this much later. */
export const gonePatience = 6 * hour;

/** Midnight comes to the last territory a day later than to the first, and shops take their time: until then a page that is not there is no news. */
export const arrivalTime = 36 * hour;

/** What a destination's record is after a look at it. */
export function recordFinding(before: CheckRecord, finding: Finding, { now, releasedAt }: { now: Date; releasedAt: Date | null }): CheckRecord {
  const failedChecks = before.failedChecks + 1;
  const isProblem = before.state === 'gone' || before.state === 'moved';
  switch (finding.verdict) {
    case 'works':
      return { state: 'works', message: '', movedTo: null, failedChecks: 0, missingSince: null, problemSince: null };
    case 'moved': {
      const isKnown = before.state === 'moved' && before.movedTo === finding.to;
      return { state: 'moved', message: finding.message, movedTo: finding.to, failedChecks, missingSince: null, problemSince: isKnown ? before.problemSince : now };
    }
    case 'missing': {
      if (releasedAt !== null && now.getTime() < releasedAt.getTime() + arrivalTime && before.state !== 'gone') {
        return stillUnclear(before, `${finding.message} Around the release that means little; it is looked at again.`, failedChecks);
      }
      const missingSince = before.missingSince ?? now;
      if (now.getTime() - missingSince.getTime() >= gonePatience) {
        return { state: 'gone', message: finding.message, movedTo: null, failedChecks, missingSince, problemSince: before.state === 'gone' ? before.problemSince : now };
      }
      return { ...stillUnclear(before, `${finding.message} It is looked at again before it counts as gone.`, failedChecks), missingSince };
    }
    case 'unclear':
      // What was flagged stays flagged until something is known again.
      return isProblem ? { ...before, failedChecks } : stillUnclear(before, finding.message, failedChecks);
  }
}

function stillUnclear(before: CheckRecord, message: string, failedChecks: number): CheckRecord {
  if (before.state === 'moved') return { ...before, failedChecks };
  return { state: 'unclear', message, movedTo: null, failedChecks, missingSince: before.missingSince, problemSince: null };
}
