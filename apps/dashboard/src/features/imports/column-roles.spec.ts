import { expect, it } from '@jest/globals';
import { withRole } from './column-roles.js';

it('a role that only one column can have leaves the one that had it; links and what is left out may be many', () => {
  expect(withRole(['TITLE', 'IGNORED', 'LINK'], 1, 'TITLE')).toEqual(['IGNORED', 'TITLE', 'LINK']);
  expect(withRole(['TITLE', 'IGNORED', 'LINK'], 1, 'LINK')).toEqual(['TITLE', 'LINK', 'LINK']);
  expect(withRole(['TITLE', 'UPC', 'IGNORED'], 1, 'IGNORED')).toEqual(['TITLE', 'IGNORED', 'IGNORED']);
});
