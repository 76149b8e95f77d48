import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { DataSource, type Logger } from 'typeorm';
import { newArtist, newRelease } from '../testing/catalogue.js';
import { seedCandidate } from '../testing/matching.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

const List = graphql(`
  query List($first: Int!) {
    releases(first: $first) { nodes { id title publicUrl formerSlugs artist { name handle formerHandles bioPage { status sections { type } releases { title } } } artwork { url } tracks { title } destinations { platform goUrl evidence } match { running services { status } } candidates { reasons conflictsWith release { title } } } totalCount }
  }
`);

/** Counts what is sent to Postgres while it is in place. */
class CountingLogger implements Logger {
  statements: string[] = [];
  logQuery(query: string): void {
    if (!/^(?:start transaction|commit|select set_config)/i.test(query)) this.statements.push(query);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

describe('a list of releases', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('asks the database as often for many releases as for one', async () => {
    const world = await seedWorkspace(api);
    const artists = [await newArtist(world, unique()), await newArtist(world, unique())];
    for (let number = 0; number < 10; number += 1) await newRelease(world, { artistId: artists[number % 2]?.id ?? '', title: `Song ${number}` });
    const { releases: all } = await world.owner.run(List, { first: 10 });
    for (const { id } of all.nodes) await seedCandidate(api, { workspaceId: world.workspaceId, releaseId: id, platform: 'deezer', url: 'https://www.deezer.com/album/302127' });

    const counter = new CountingLogger();
    const source = api.app.get(DataSource);
    const before = source.logger;
    source.logger = counter;
    try {
      const counts: number[] = [];
      for (const first of [1, 10]) {
        counter.statements = [];
        const { releases } = await world.owner.run(List, { first });
        expect(releases.nodes).toHaveLength(first);
        counts.push(counter.statements.length);
      }
      expect(counts[1]).toBe(counts[0]);
      expect(counts[0]).toBeLessThanOrEqual(18);
    } finally {
      source.logger = before;
    }
  });
});
