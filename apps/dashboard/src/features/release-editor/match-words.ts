import { count } from '../../format.js';

/** How far a look-up is. */
interface Progress {
  running: boolean;
  services: readonly { status: string }[];
}

/**
 * What came of a look-up, in a line.
 * @param found links that it brought
 * @param look how many of those, and of what waits, a person has to look at
 */
export function matchWords({ running, services }: Progress, found: number, look: number): string {
  const asked = services.filter(({ status }) => status !== 'NOT_CONFIGURED');
  const nobody = asked.length > 0 && asked.every(({ status }) => status === 'UNAVAILABLE');
  const nothing = nobody ? 'No music service could be asked yet.' : running ? '' : 'No other links were found.';
  const words = [
    running && !nobody ? 'Music services are being asked.' : '',
    found === 0 ? nothing : `${count(found, 'link was', 'links were')} found.`,
    look === 0 ? '' : `${count(look, 'needs', 'need')} a look.`,
  ];
  return words.filter((word) => word !== '').join(' ');
}
