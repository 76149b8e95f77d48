import { expect, it } from '@jest/globals';
import importSoak from './import.js';
import { missesOf } from '../run-short.js';

it('a catalogue by CSV is whole after every line, also when the API is killed, and changes nothing a second time', async () => {
  expect(await missesOf(importSoak)).toEqual([]);
});
