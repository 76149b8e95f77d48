import { expect, it } from '@jest/globals';
import { scopes } from '@lynkify/domain';
import { scopeGroups } from './scope-words.js';

it('offers every scope that a key can have, once', () => {
  const offered = scopeGroups.flatMap((group) => group.scopes.map(({ scope }) => scope));
  expect([...offered].sort()).toEqual([...scopes].sort());
});
