import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { until } from '@lynkify/testing';
import { DataSource, type Logger } from 'typeorm';
import { newArtist, newRelease, publish } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

const Page = graphql(`
  query Page($path: String!) { publishedPage(path: $path) { path version document } }
`);

const Versions = graphql(`
  query Versions($first: Int!, $after: String) { publishedPages(first: $first, after: $after) { nodes { path version } pageInfo { endCursor hasNextPage } } }
`);

const Pages = graphql(`
  query Pages($first: Int!) { publishedPages(first: $first) { nodes { path ...Whole } } }
  fragment Whole on PublishedPage { document }
`);

interface Statement {
  text: string;
  values: unknown[];
}

/** Notes what is sent to Postgres while it is in place. */
class NotingLogger implements Logger {
  statements: Statement[] = [];
  logQuery(text: string, values: unknown[] = []): void {
    if (!/^(?:start transaction|commit|select set_config)/i.test(text)) this.statements.push({ text, values });
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

describe('what a renderer asks', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  async function statementsOf(ask: () => Promise<unknown>): Promise<Statement[]> {
    const noting = new NotingLogger();
    const source = api.app.get(DataSource);
    const before = source.logger;
    source.logger = noting;
    try {
      await ask();
    } finally {
      source.logger = before;
    }
    return noting.statements;
  }

  it('of one page is one statement that Postgres answers by the primary key alone', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique());
    await publish(world.owner, (await newRelease(world, { artistId, slug: 'song' })).id);
    const path = `/${handle}/song`;
    // What publishing ordered asks for pages too.
    await until(async () => (await api.sql('select 1 from graphile_worker.jobs where run_at <= now()')).length === 0, 10_000);

    const [statement, ...more] = await statementsOf(async () => {
      expect((await world.renderer.run(Page, { path })).publishedPage).toMatchObject({ path });
    });

    expect(more).toEqual([]);
    // Among so many pages that reading all of them would cost more than any key.
    await api.sql(`insert into published_pages (path, workspace_id, artist_id, kind, document) select '/many-' || n, $1, $2, 'gone', '{}' from generate_series(1, 5000) n`, [world.workspaceId, artistId]);
    await api.sql('analyze published_pages');
    const plan = await api.sql<{ 'QUERY PLAN': string }>(`explain ${statement?.text.replace('$1', `''`).replace('$2', `'${path}'`)}`);
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/^Index Scan using published_pages_pkey/);
  });

  it('of versions reads no document, in the order of the bytes whatever the language of the database', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId } = await newArtist(world, unique());
    const paths = ['/zz-a-b', '/zz-a/b', '/zz-a', '/zz-ab', '/zz-a-/c', '/zz-a0'];
    for (const path of paths) await api.sql(`insert into published_pages (path, workspace_id, artist_id, kind, document) values ($1, $2, $3, 'gone', '{}')`, [path, world.workspaceId, artistId]);
    const found: string[] = [];

    const statements = await statementsOf(async () => {
      let after: string | null = null;
      do {
        const { publishedPages }: { publishedPages: { nodes: readonly { path: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } } = await world.renderer.run(Versions, { first: 997, after });
        found.push(...publishedPages.nodes.map(({ path }) => path));
        after = publishedPages.pageInfo.hasNextPage ? publishedPages.pageInfo.endCursor : null;
      } while (after !== null);
    });

    expect(found.filter((path) => path.startsWith('/zz-'))).toEqual([...paths].sort());
    expect(found).toEqual([...found].sort());
    for (const { text } of statements) expect(text).not.toContain('document');
    const [whole] = await statementsOf(() => world.renderer.run(Pages, { first: 1 }));
    expect(whole?.text).toContain('document');
    const [column] = await api.sql<{ collation: string }>(`select collation_name as collation from information_schema.columns where table_name = 'published_pages' and column_name = 'path'`);
    expect(column?.collation).toBe('C');
  });
});
