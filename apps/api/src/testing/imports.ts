import { setTimeout as delay } from 'node:timers/promises';
import { graphql, readFragment, type ResultOf } from '@lynkify/contract';
import { until } from '@lynkify/testing';
import request from 'supertest';
import type { TestApi } from './test-api.js';
import type { Asker, World } from './world.js';

export const ImportFields = graphql(`
  fragment ImportFields on Import {
    id kind status source message createArtists hasHeadings dateOrder encoding delimiter foundName retryAt
    columns { index heading role }
    counts { total waiting created completed unchanged refused }
  }
`);
export const StartCsvImport = graphql(`mutation StartCsvImport($input: StartCsvImportInput!) { startCsvImport(input: $input) { import { ...ImportFields } userErrors { code path message } } }`, [ImportFields]);
export const ChangeImportMapping = graphql(`mutation ChangeImportMapping($input: ChangeImportMappingInput!) { changeImportMapping(input: $input) { import { ...ImportFields } userErrors { code path message } } }`, [ImportFields]);
export const ConfirmImport = graphql(`mutation ConfirmImport($input: ImportInput!) { confirmImport(input: $input) { import { ...ImportFields } userErrors { code path message } } }`, [ImportFields]);
export const CancelImport = graphql(`mutation CancelImport($input: ImportInput!) { cancelImport(input: $input) { import { ...ImportFields } userErrors { code } } }`, [ImportFields]);
export const RunImportAgain = graphql(`mutation RunImportAgain($input: ImportInput!) { runImportAgain(input: $input) { import { ...ImportFields } userErrors { code } } }`, [ImportFields]);
export const StartArtistImport = graphql(`mutation StartArtistImport($input: StartArtistImportInput!) { startArtistImport(input: $input) { import { ...ImportFields } userErrors { code path message } } }`, [ImportFields]);
export const PreviewArtistImport = graphql(`
  query PreviewArtistImport($input: PreviewArtistImportInput!) {
    previewArtistImport(input: $input) { preview { name service hasMore releases { title artist type releaseDate url release { id } } } userErrors { code path message } }
  }
`);
export const OneImport = graphql(`query OneImport($id: ID!) { import(id: $id) { ...ImportFields } }`, [ImportFields]);
export const ImportLines = graphql(`
  query ImportLines($id: ID!, $outcome: ImportOutcome, $first: Int!, $after: String) {
    import(id: $id) {
      lines(outcome: $outcome, first: $first, after: $after) {
        nodes { number outcome message title artist type date upc isrc track label slug links release { id slug title } }
        totalCount pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** Sends a file as a script does. */
export function uploadCsv(api: TestApi, who: Asker, file: string | Buffer, fields: Readonly<Record<string, string>> = {}, name = 'catalogue.csv') {
  const upload = request(api.url).post('/v1/imports').set({ ...who.headers });
  for (const [field, value] of Object.entries(fields)) void upload.field(field, value);
  return upload.attach('file', Buffer.from(file), name);
}

/** Has a file imported and waits for its end. @returns the import as it is then */
export async function importCsv(api: TestApi, world: World, file: string | Buffer, fields: Readonly<Record<string, string>> = {}) {
  const { body } = await uploadCsv(api, world.owner, file, fields).expect(201);
  return ended(world, String(body.import.id), 180_000);
}

export async function importOf(who: Asker, id: string) {
  const { import: found } = await who.run(OneImport, { id });
  if (!found) throw new Error('there is no such import');
  return readFragment(ImportFields, found);
}

/** What ImportFields asks for. */
export type ImportAnswer = ResultOf<typeof ImportFields>;

/** Waits for the end of an import; looks seldom when it takes long, since looking costs it time. */
export async function ended(world: World, id: string, within = 60_000): Promise<ImportAnswer> {
  let last = await importOf(world.owner, id);
  let pause = 0;
  await until(async () => {
    await delay((pause = Math.min(500, pause + 20)));
    last = await importOf(world.owner, id);
    return ['FINISHED', 'FAILED', 'CANCELLED'].includes(last.status);
  }, within);
  return last;
}

/** Every line of an import, or those of one outcome. */
export async function linesOf(who: Asker, id: string, outcome: 'CREATED' | 'COMPLETED' | 'UNCHANGED' | 'REFUSED' | 'WAITING' | null = null) {
  const { import: found } = await who.run(ImportLines, { id, outcome, first: 200 });
  return found?.lines.nodes ?? [];
}

/** Every row of the catalogue, but what is found out about it meanwhile, as Postgres has it, versions of rows included: what writes anything changes it. */
export async function rowsOf(api: TestApi, { workspaceId }: World): Promise<string[]> {
  const rows: string[] = [];
  for (const table of ['artists', 'releases', 'destinations', 'tracks', 'former_slugs', 'bio_pages']) {
    rows.push(...(await api.sql<{ row: string }>(`select '${table} ' || xmin || ' ' || t::text as row from ${table} t where workspace_id = $1 order by 1`, [workspaceId])).map(({ row }) => row));
  }
  return rows;
}
