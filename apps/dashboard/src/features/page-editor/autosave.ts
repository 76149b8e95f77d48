import { same } from './same.js';

/** What is wrong with a draft, by the dotted path of the field: `upc`, `tracks.2.isrc`. */
export type Messages = Readonly<Record<string, string>>;

/** A draft as it stands on the server, with the number of the save that made it. */
export interface Snapshot<Draft> {
  draft: Draft;
  version: number;
}

/** How a save went. A refused one may have saved some of its fields before. */
export type SaveOutcome<Draft> =
  | { kind: 'saved'; version: number; /** What the server holds then, where it says so: a look-up may have filled in more than was sent. */ held?: Draft }
  | { kind: 'refused'; messages: Messages; saved: readonly (keyof Draft)[]; version: number }
  | { kind: 'stale'; theirs: Snapshot<Draft> };

/** Everything that is known of a form that saves itself. Changed only by the functions below, which are pure. */
export interface SaveState<Draft extends object> {
  /** What the server holds, as it was typed here. */
  base: Draft;
  /** The same in the server's own words, which are not always those that were typed. */
  held: Draft;
  /** What stands in the form. */
  draft: Draft;
  version: number;
  phase: 'resting' | 'saving' | 'failed' | 'stale';
  /** The fields that are on their way. */
  sent: Partial<Draft> | null;
  /** What the server did not take, and why; sent again only once it was changed. */
  refused: ReadonlyMap<keyof Draft, { value: unknown; messages: Messages }>;
  /** Why the last save did not get through. */
  failure: string | null;
  /** What somebody else saved to the same fields. */
  theirs: Snapshot<Draft> | null;
  savedAt: number | null;
}

export function begin<Draft extends object>({ draft, version }: Snapshot<Draft>): SaveState<Draft> {
  return { base: draft, held: draft, draft, version, phase: 'resting', sent: null, refused: new Map(), failure: null, theirs: null, savedAt: null };
}

const fieldsOf = <Draft extends object>(draft: Draft) => Object.keys(draft) as (keyof Draft)[];

/** The fields that differ from what the server holds. */
export function unsaved<Draft extends object>({ base, draft }: Pick<SaveState<Draft>, 'base' | 'draft'>): (keyof Draft)[] {
  return fieldsOf(draft).filter((field) => !same(draft[field], base[field]));
}

/** The field that a message's path begins with. */
const fieldOf = (path: string) => path.split('.')[0] ?? '';

/** What can be sent: changed, with nothing wrong that is known here, and not refused as it is. */
export function sendable<Draft extends object>(state: SaveState<Draft>, problems: Messages): Partial<Draft> {
  const wrong = new Set(Object.keys(problems).map(fieldOf));
  const part: Partial<Draft> = {};
  for (const field of unsaved(state)) {
    const refusal = state.refused.get(field);
    if (wrong.has(String(field)) || (refusal && same(refusal.value, state.draft[field]))) continue;
    part[field] = state.draft[field];
  }
  return part;
}

/** What the server refused and what still stands in the form unchanged. */
export function refusals<Draft extends object>({ refused, draft }: SaveState<Draft>): Messages {
  const messages: Record<string, string> = {};
  for (const [field, refusal] of refused) if (same(refusal.value, draft[field])) Object.assign(messages, refusal.messages);
  return messages;
}

export function edit<Draft extends object>(state: SaveState<Draft>, patch: Partial<Draft>): SaveState<Draft> {
  return { ...state, draft: { ...state.draft, ...patch }, ...(state.phase === 'failed' && { phase: 'resting' as const, failure: null }) };
}

export function send<Draft extends object>(state: SaveState<Draft>, part: Partial<Draft>): SaveState<Draft> {
  return { ...state, phase: 'saving', sent: part, failure: null };
}

/** A save came back. What was typed meanwhile stays unsaved. */
export function settle<Draft extends object>(state: SaveState<Draft>, outcome: SaveOutcome<Draft>, now: number): SaveState<Draft> {
  const sent = state.sent ?? {};
  const rested = { ...state, phase: 'resting' as const, sent: null };
  if (outcome.kind === 'stale') return catchUp(rested, outcome.theirs);
  if (outcome.kind === 'saved') {
    const refused = new Map([...state.refused].filter(([field]) => !(field in sent)));
    const saved = { ...rested, base: { ...state.base, ...sent }, version: outcome.version, refused, savedAt: now };
    return outcome.held === undefined ? saved : takeOver(saved, { draft: outcome.held, version: outcome.version }, sent);
  }
  const base = { ...state.base };
  for (const field of outcome.saved) if (field in sent) base[field] = (sent as Draft)[field];
  const refused = new Map(state.refused);
  const homeless: string[] = [];
  for (const [path, message] of Object.entries(outcome.messages)) {
    const field = fieldOf(path) as keyof Draft;
    if (!(field in sent)) {
      homeless.push(message);
      continue;
    }
    const value = (sent as Draft)[field];
    const before = refused.get(field);
    refused.set(field, { value, messages: { ...(before && same(before.value, value) ? before.messages : {}), [path]: message } });
  }
  // A refusal of nothing that was sent would be sent again for ever.
  const failure = homeless.length > 0 ? homeless.join(' ') : null;
  return { ...rested, base, refused, version: outcome.version, ...(failure !== null && { phase: 'failed', failure }) };
}

export function fail<Draft extends object>(state: SaveState<Draft>, failure: string): SaveState<Draft> {
  return { ...state, phase: 'failed', sent: null, failure };
}

/** The fields that were changed here and there, and not to the same. */
export function conflicts<Draft extends object>({ base, draft }: Pick<SaveState<Draft>, 'base' | 'draft'>, theirs: Draft): (keyof Draft)[] {
  return unsaved({ base, draft }).filter((field) => !same(theirs[field], base[field]) && !same(theirs[field], draft[field]));
}

/**
 * Somebody else saved. What was changed only there is taken over, what was changed only here stays to be saved; where
 * both changed the same field, the person is asked.
 */
export function catchUp<Draft extends object>(state: SaveState<Draft>, theirs: Snapshot<Draft>): SaveState<Draft> {
  if (state.phase === 'saving' || theirs.version <= state.version) return state;
  if (conflicts(state, theirs.draft).length > 0) return { ...state, phase: 'stale', theirs };
  return { ...state, base: theirs.draft, held: theirs.draft, draft: overlaid(state, theirs.draft), version: theirs.version, phase: state.phase === 'stale' ? 'resting' : state.phase, theirs: null };
}

function overlaid<Draft extends object>(state: SaveState<Draft>, theirs: Draft): Draft {
  const draft = { ...theirs };
  for (const field of unsaved(state)) draft[field] = state.draft[field];
  return draft;
}

/** Gives up what was typed here where somebody else saved. */
export function takeTheirs<Draft extends object>(state: SaveState<Draft>): SaveState<Draft> {
  const { theirs } = state;
  if (!theirs) return state;
  const kept = { ...state, draft: { ...state.draft } };
  for (const field of conflicts(state, theirs.draft)) kept.draft[field] = theirs.draft[field];
  const draft = overlaid({ ...kept, base: state.base }, theirs.draft);
  return { ...state, base: theirs.draft, held: theirs.draft, draft, version: theirs.version, phase: 'resting', theirs: null, refused: new Map() };
}

/** Saves what was typed here over what somebody else saved. */
export function keepMine<Draft extends object>(state: SaveState<Draft>): SaveState<Draft> {
  const { theirs } = state;
  if (!theirs) return state;
  return { ...state, base: theirs.draft, held: theirs.draft, draft: overlaid(state, theirs.draft), version: theirs.version, phase: 'resting', theirs: null };
}

/**
 * The server holds more than what was sent: of the other fields what it changed is taken over, where nobody typed here.
 * @param sent what was just saved, and stays as it was typed
 */
function takeOver<Draft extends object>(state: SaveState<Draft>, { draft: held, version }: Snapshot<Draft>, sent: Partial<Draft> = {}): SaveState<Draft> {
  const [base, draft] = [{ ...state.base }, { ...state.draft }];
  for (const field of fieldsOf(held)) {
    if (field in sent || same(held[field], state.held[field])) continue;
    if (same(draft[field], base[field])) draft[field] = held[field];
    base[field] = held[field];
  }
  return { ...state, base, draft, held, version };
}

/** A save of something else of the same thing, say its links, was the next one: ours go on from there, with what it filled in. */
export function moveOn<Draft extends object>(state: SaveState<Draft>, version: number, held?: Draft): SaveState<Draft> {
  if (version !== state.version + 1) return state;
  return held === undefined ? { ...state, version } : takeOver(state, { draft: held, version });
}

/**
 * What the server holds now, seen while something is unsaved here. Where both changed the same field nobody is asked yet:
 * the save that is to come is told whether that was a person or a look-up, which gives way.
 */
export function notice<Draft extends object>(state: SaveState<Draft>, theirs: Snapshot<Draft>): SaveState<Draft> {
  return state.phase === 'resting' && conflicts(state, theirs.draft).length > 0 ? state : catchUp(state, theirs);
}
