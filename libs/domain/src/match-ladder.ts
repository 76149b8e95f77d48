import { upcKey } from './codes.js';
import { compareArtists, type ArtistOutcome } from './match-artists.js';
import type { ReleaseType } from './published-page.js';
import { compareTitles, isImitation, readTitle, type TitleComparison } from './title-reading.js';

/** What is known of the release that is looked for. Null: not known yet. */
export interface WantedRelease {
  title: string | null;
  artist: string | null;
  type: ReleaseType | null;
  /** `YYYY-MM-DD`. */
  releaseDate: string | null;
  upc: string | null;
  isrcs: readonly string[];
  trackCount: number | null;
}

/** What a service offers as that release. */
export interface OfferedRelease {
  title: string;
  artist: string;
  type: ReleaseType | null;
  releaseDate: string | null;
  upc: string | null;
  isrcs: readonly string[];
  trackCount: number | null;
}

/**
 * By what the service was asked. `link` with `own`: by its own address of the release; without: by the address of
 * another platform, which it claims to belong to the same release.
 */
export type AskedBy = { way: 'upc'; upc: string } | { way: 'isrc'; isrc: string } | { way: 'link'; platform: string; own: boolean } | { way: 'search' };

/** How a match was found. */
export type MatchMethod = 'upc' | 'isrc' | 'title' | 'link';

/** `take`: sure. `flag`: taken, a person should look at it. `review`: a person decides. `drop`: something else. */
export type MatchVerdict = 'take' | 'flag' | 'review' | 'drop';

/** Everything that a decision was made of, kept with it. `explainMatch` puts it in words. */
export interface MatchEvidence {
  asked: AskedBy;
  upc: { outcome: 'same' | 'answered' | 'differs' | 'unknown'; wanted: string | null; found: string | null };
  isrc: { outcome: 'same' | 'answered' | 'contains' | 'unknown'; code: string | null };
  title: { outcome: TitleComparison['outcome'] | 'unknown'; wanted: string | null; found: string; ignored: string[]; versions: string[] };
  artist: { outcome: ArtistOutcome | 'unknown'; wanted: string | null; found: string };
  date: { outcome: 'same' | 'differs' | 'unknown'; wanted: string | null; found: string | null };
  type: { outcome: 'fits' | 'differs' | 'unknown'; wanted: ReleaseType | null; found: ReleaseType | null };
  tracks: { outcome: 'same' | 'differs' | 'unknown'; wanted: number | null; found: number | null };
  imitation: boolean;
}

export interface MatchDecision {
  verdict: MatchVerdict;
  method: MatchMethod;
  /** 0 to 1, how sure; to order by and to show. */
  score: number;
  evidence: MatchEvidence;
}

const day = 86_400_000;
/** Below this nothing is worth a person's time. */
const leastScore = 0.45;

/**
 * The ladder. A code that agrees, or the service's own address: taken. Title and artist that agree, with a date within a
 * day or exactly this artist: taken and flagged. Anything else that is alike: a person decides. Imitations, other
 * versions, another barcode, and a song in place of its album are never taken without a person.
 */
export function decideMatch(wanted: WantedRelease, offered: OfferedRelease, asked: AskedBy): MatchDecision {
  const evidence = weigh(wanted, offered, asked);
  const decided = climb(evidence);
  return { ...decided, score: Math.round(decided.score * 100) / 100, evidence };
}

function climb(evidence: MatchEvidence): Omit<MatchDecision, 'evidence'> {
  const { asked, upc, isrc, title, artist, date, type, tracks, imitation } = evidence;
  const alike = resemblance(evidence);
  const contradicted = title.outcome === 'different' && artist.outcome === 'different';

  if (upc.outcome === 'same' || upc.outcome === 'answered') {
    if (imitation) return { verdict: 'review', method: 'upc', score: 0.5 };
    // A code that is mistyped or was given twice leads to somebody else's music.
    return contradicted ? { verdict: 'flag', method: 'upc', score: 0.7 } : { verdict: 'take', method: 'upc', score: upc.outcome === 'same' ? 1 : 0.98 };
  }
  if (isrc.outcome === 'same' || isrc.outcome === 'answered') {
    if (imitation || upc.outcome === 'differs') return { verdict: 'review', method: 'isrc', score: 0.6 };
    return contradicted ? { verdict: 'flag', method: 'isrc', score: 0.7 } : { verdict: 'take', method: 'isrc', score: isrc.outcome === 'same' ? 0.97 : 0.95 };
  }
  if (isrc.outcome === 'contains') return { verdict: 'review', method: 'isrc', score: 0.6 };
  if (asked.way === 'link' && asked.own) {
    // Somebody may have pasted the link of another release: then it says nothing of this one.
    if (upc.outcome === 'differs') return { verdict: 'review', method: 'link', score: 0.5 };
    return contradicted ? { verdict: 'flag', method: 'link', score: 0.7 } : { verdict: 'take', method: 'link', score: 1 };
  }

  const otherThing = imitation || title.versions.length > 0 || upc.outcome === 'differs' || type.outcome === 'differs' || (date.outcome === 'differs' && tracks.outcome === 'differs');
  if (asked.way === 'link') {
    if (title.outcome === 'unknown') return imitation ? { verdict: 'review', method: 'link', score: 0.5 } : { verdict: 'flag', method: 'link', score: 0.8 };
    if (title.outcome === 'same' && !otherThing && artist.outcome !== 'different') return { verdict: 'flag', method: 'link', score: 0.9 };
    return { verdict: 'review', method: 'link', score: Math.max(0.5, alike) };
  }
  if (title.outcome === 'same' && !otherThing) {
    if (artist.outcome === 'same') return { verdict: 'flag', method: 'title', score: date.outcome === 'same' ? 0.92 : date.outcome === 'unknown' ? 0.85 : 0.8 };
    if (artist.outcome === 'part' && date.outcome === 'same') return { verdict: 'flag', method: 'title', score: 0.85 };
  }
  // Of imitations there are dozens for every song; a person has nothing to decide there.
  const worthALook = !imitation && title.outcome !== 'different' && title.outcome !== 'unknown' && artist.outcome !== 'different' && alike >= leastScore;
  return { verdict: worthALook ? 'review' : 'drop', method: 'title', score: alike };
}

/** How alike title, artist and date are, for what no rule takes. Below what any rule gives. */
function resemblance({ title, artist, date, type, tracks, upc }: MatchEvidence): number {
  const parts = { title: { same: 0.5, similar: 0.4, different: 0, unknown: 0 }[title.outcome], artist: { same: 0.2, part: 0.15, some: 0.1, different: 0, unknown: 0 }[artist.outcome], date: { same: 0.09, unknown: 0.04, differs: 0 }[date.outcome] };
  const against = (title.versions.length > 0 ? 0.12 : 0) + (type.outcome === 'differs' ? 0.08 : 0) + (tracks.outcome === 'differs' ? 0.04 : 0) + (upc.outcome === 'differs' ? 0.05 : 0);
  return Math.max(0, Math.min(0.79, parts.title + parts.artist + parts.date - against));
}

function weigh(wanted: WantedRelease, offered: OfferedRelease, asked: AskedBy): MatchEvidence {
  const found = readTitle(offered.title);
  const known = wanted.title === null ? null : readTitle(wanted.title);
  const titles = known && compareTitles(known, found);
  const type = offered.type ?? found.type;
  return {
    asked,
    upc: weighUpc(wanted, offered, asked),
    isrc: weighIsrcs(wanted, offered, asked),
    title: { outcome: titles?.outcome ?? 'unknown', wanted: wanted.title, found: offered.title, ignored: [...new Set([...(known?.ignored ?? []), ...found.ignored])], versions: titles?.differing.map(({ text }) => text) ?? [] },
    artist: { outcome: wanted.artist === null ? 'unknown' : compareArtists(wanted.artist, offered.artist, { a: known?.guests ?? [], b: found.guests }), wanted: wanted.artist, found: offered.artist },
    date: weighDates(wanted.releaseDate, offered.releaseDate),
    type: { outcome: wanted.type === null || type === null ? 'unknown' : typesFit(wanted.type, type) ? 'fits' : 'differs', wanted: wanted.type, found: type },
    tracks: { outcome: wanted.trackCount === null || offered.trackCount === null ? 'unknown' : wanted.trackCount === offered.trackCount ? 'same' : 'differs', wanted: wanted.trackCount, found: offered.trackCount },
    imitation: isImitation(`${offered.title} / ${offered.artist}`) && !isImitation(`${wanted.title ?? ''} / ${wanted.artist ?? ''}`),
  };
}

function weighUpc(wanted: WantedRelease, offered: OfferedRelease, asked: AskedBy): MatchEvidence['upc'] {
  const code = wanted.upc ?? (asked.way === 'upc' ? asked.upc : null);
  const both = { wanted: code, found: offered.upc };
  if (code === null) return { outcome: 'unknown', ...both };
  if (offered.upc === null) return { outcome: asked.way === 'upc' && upcKey(asked.upc) === upcKey(code) ? 'answered' : 'unknown', ...both };
  // Services write one barcode with 12, 13 or 14 digits, and Deezer may answer with another release than it was asked for.
  return { outcome: upcKey(offered.upc) === upcKey(code) ? 'same' : 'differs', ...both };
}

function weighIsrcs(wanted: WantedRelease, offered: OfferedRelease, asked: AskedBy): MatchEvidence['isrc'] {
  const codes = wanted.isrcs.length > 0 ? wanted.isrcs : asked.way === 'isrc' ? [asked.isrc] : [];
  const shared = codes.find((code) => offered.isrcs.includes(code)) ?? null;
  const wantedIsOne = wanted.trackCount === 1 || (wanted.trackCount === null && codes.length === 1) || wanted.type === 'single';
  const offeredIsOne = offered.trackCount === 1 || (offered.trackCount === null && offered.type === 'single');
  if (shared !== null) {
    const all = codes.length === offered.isrcs.length && codes.every((code) => offered.isrcs.includes(code));
    // One recording is on singles, albums and compilations: it names the release only where it is all of it.
    if ((wantedIsOne && offeredIsOne) || (all && codes.length > 1)) return { outcome: 'same', code: shared };
    return { outcome: 'contains', code: shared };
  }
  if (asked.way !== 'isrc' || offered.isrcs.length > 0) return { outcome: 'unknown', code: null };
  return { outcome: wantedIsOne && offeredIsOne ? 'answered' : 'contains', code: asked.isrc };
}

function weighDates(wanted: string | null, found: string | null): MatchEvidence['date'] {
  if (wanted === null || found === null) return { outcome: 'unknown', wanted, found };
  // Midnight is not everywhere at once: a day apart is the same release.
  return { outcome: Math.abs(Date.parse(wanted) - Date.parse(found)) <= day ? 'same' : 'differs', wanted, found };
}

/** Services call four songs a single, an EP or an album; only a single is no album. */
function typesFit(a: ReleaseType, b: ReleaseType): boolean {
  const size = (type: ReleaseType) => (type === 'single' ? 0 : type === 'ep' ? 1 : 2);
  if ((a === 'podcast-episode') !== (b === 'podcast-episode')) return false;
  return Math.abs(size(a) - size(b)) < 2;
}
