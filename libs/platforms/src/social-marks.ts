import { socialNetwork } from '@lynkify/domain';
import { socialMarks } from './marks.generated.js';
import { monogram, type PlatformMark } from './platforms.js';

/** The mark of a social network by its id in `@lynkify/domain`, with its brand colour where one is known. */
export function socialMark(network: string): { mark: PlatformMark; colour: string | null } {
  const known = Object.hasOwn(socialMarks, network) ? socialMarks[network] : undefined;
  if (known) return { mark: { path: known.path }, colour: known.colour };
  return { mark: { letters: monogram(socialNetwork(network)?.label ?? network) }, colour: null };
}
