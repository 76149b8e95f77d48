import { accept, parseLocalMoment, refuse, type Result } from '@lynkify/domain';
import type { DestinationEntity } from './destination.entity.js';

/** What can be said of when a page offers a destination. Left out (undefined) stays; null clears. */
export interface TypedOffer {
  offered?: boolean | null;
  offeredFrom?: string | null;
  offeredUntil?: string | null;
  beforeRelease?: boolean | null;
}

type Offer = Pick<DestinationEntity, 'offered' | 'offeredFrom' | 'offeredUntil' | 'beforeRelease'>;

/** What a destination's offer is from now on. */
export function readOffer(typed: TypedOffer, current: Offer): Result<Offer, 'MOMENT_INVALID' | 'WINDOW_BACKWARDS'> {
  const from = readMoment(typed.offeredFrom, current.offeredFrom, 'offeredFrom');
  const until = readMoment(typed.offeredUntil, current.offeredUntil, 'offeredUntil');
  if (!from.ok) return from;
  if (!until.ok) return until;
  // Written alike, moments of one zone are in the order of their texts.
  if (from.value !== null && until.value !== null && from.value >= until.value) return refuse('WINDOW_BACKWARDS', ['offeredUntil'], 'This has to be later than the start.');
  return accept({
    offered: typed.offered ?? current.offered,
    offeredFrom: from.value,
    offeredUntil: until.value,
    beforeRelease: typed.beforeRelease === undefined ? current.beforeRelease : typed.beforeRelease,
  });
}

function readMoment(typed: string | null | undefined, current: string | null, field: string): Result<string | null, 'MOMENT_INVALID'> {
  if (typed === undefined) return accept(current);
  return typed === null || typed.trim() === '' ? accept(null) : parseLocalMoment(typed, field);
}
