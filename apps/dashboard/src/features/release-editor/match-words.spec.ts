import { describe, expect, it } from '@jest/globals';
import { matchWords } from './match-words.js';

const services = (...statuses: string[]) => statuses.map((status) => ({ status }));

describe('what is said of a look-up', () => {
  it('is that it goes on, what came so far and what needs somebody', () => {
    expect(matchWords({ running: true, services: services('FOUND', 'ASKING') }, 2, 1)).toBe('Music services are being asked. 2 links were found. 1 needs a look.');
    expect(matchWords({ running: true, services: services('WAITING') }, 0, 0)).toBe('Music services are being asked.');
    expect(matchWords({ running: false, services: services('FOUND') }, 1, 0)).toBe('1 link was found.');
  });

  it('is that nothing was found only where somebody answered', () => {
    expect(matchWords({ running: false, services: services('MISSED', 'UNAVAILABLE') }, 0, 0)).toBe('No other links were found.');
    expect(matchWords({ running: true, services: services('UNAVAILABLE', 'UNAVAILABLE', 'NOT_CONFIGURED') }, 0, 0)).toBe('No music service could be asked yet.');
  });
});
