import { expect, it } from '@jest/globals';
import { encodingFor } from './answer.js';

it.each([
  [undefined, 'identity'], ['', 'identity'], ['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['br;q=0, gzip;q=0.0', 'identity'],
  ['*', 'br'], ['identity', 'identity'], ['GZIP;q=0.5', 'gzip'], ['br;q=nonsense, gzip', 'gzip'], ['*;q=0', 'identity'], ['deflate', 'identity'],
])('for Accept-Encoding %j an answer comes as %s', (header, encoding) => {
  expect(encodingFor(header)).toBe(encoding);
});
