import { setTimeout as delay } from 'node:timers/promises';
import { gs1CheckDigit } from '@lynkify/domain';
import type { Experiment } from '../experiment.js';
import { startSystem, type System } from '../system/system.js';

interface ImportState {
  status: string;
  counts: { total: number; created: number; unchanged: number; waiting: number };
}

/** A catalogue that is brought in by CSV is whole after every line, whatever is killed, and a second time changes nothing. */
const importSoak: Experiment = {
  kind: 'soak',
  name: 'import',
  description: 'a catalogue of 2,000 releases by CSV; the API is killed half-way and started again; then the same file once more',
  async run(context) {
    const lines = context.short ? 200 : 2_000;
    const system = await startSystem(context);
    const workspace = await system.workspace();
    const file = catalogue(lines);
    const stateOf = async (id: string) => (await workspace.ask<{ import: ImportState }>('query ($id: ID!) { import(id: $id) { status counts { total created unchanged waiting } } }', { id })).import;
    const ended = async (id: string, says: (state: ImportState) => void = () => undefined): Promise<ImportState> => {
      for (const end = Date.now() + 600_000; ; await delay(250)) {
        const state = await stateOf(id);
        says(state);
        if (state.status === 'FINISHED') return state;
        if (Date.now() > end) throw new Error(`The import does not end: ${JSON.stringify(state)}`);
      }
    };
    const begin = () => upload(system, workspace, file);

    const began = performance.now();
    const first = await begin();
    const seen = new Set<number>();
    for (let created = 0; created < lines / 2; await delay(100)) {
      ({ created } = (await stateOf(first)).counts);
      seen.add(created);
    }
    system.api.signal('SIGKILL');
    await system.api.exited();
    const half = await counted(system);
    context.say(`killed with ${half.releases} of ${lines} releases there`);
    await system.api.start();
    const state = await ended(first, ({ counts }) => seen.add(counts.created));
    const seconds = (performance.now() - began) / 1_000;
    const whole = await counted(system);

    const before = await rowsOf(system);
    context.say('the same file once more');
    const again = await ended(await begin());
    const after = await rowsOf(system);
    const differing = [...after].filter((row) => !before.has(row)).length + [...before].filter((row) => !after.has(row)).length;
    return [
      { name: 'releases when it was killed', value: half.releases, unit: '', limit: { is: 'at least', value: lines / 2 } },
      { name: 'releases half-made when it was killed', value: half.releases - half.whole, unit: '', limit: { is: 'exactly', value: 0 } },
      { name: 'releases that the report did not know of', value: half.releases - half.ticked, unit: '', limit: { is: 'exactly', value: 0 } },
      { name: 'lines that made a release in the end', value: state.counts.created, unit: '', limit: { is: 'exactly', value: lines } },
      { name: 'releases in the end', value: whole.whole, unit: '', limit: { is: 'exactly', value: lines } },
      { name: 'different amounts shown as progress', value: seen.size, unit: '', limit: { is: 'at least', value: 5 } },
      { name: 'from the upload to the end, with the kill', value: seconds, unit: 's' },
      { name: 'lines that said “unchanged” the second time', value: again.counts.unchanged, unit: '', limit: { is: 'exactly', value: lines } },
      { name: 'rows written anew the second time', value: differing, unit: '', limit: { is: 'exactly', value: 0 } },
    ];
  },
};
export default importSoak;

/** Every line has a barcode, a day, a link and a recording of its own. */
function catalogue(lines: number): string {
  const rows = Array.from({ length: lines }, (_, index) => {
    const digits = `6024${String(index).padStart(7, '0')}`;
    return [`Release ${index + 1}`, `${digits}${gs1CheckDigit(digits)}`, '2024-08-16', `https://www.deezer.com/album/${629_000_000 + index}`, `USUM7${String(index).padStart(7, '0')}`].join(',');
  });
  return ['title,upc,date,link,isrc', ...rows].join('\n');
}

type Workspace = Awaited<ReturnType<System['workspace']>>;

/** @returns the import's id */
async function upload(system: System, { cookie, workspaceId, artistId }: Workspace, file: string): Promise<string> {
  const form = new FormData();
  form.append('artistId', artistId);
  form.append('file', new Blob([file], { type: 'text/csv' }), 'catalogue.csv');
  const answer = await fetch(`${system.api.url}/v1/imports`, { method: 'POST', headers: { cookie, origin: system.api.url, 'lynkify-workspace': workspaceId }, body: form, signal: AbortSignal.timeout(60_000) });
  if (answer.status !== 201) throw new Error(`The catalogue was not taken (${answer.status}): ${await answer.text()}`);
  return ((await answer.json()) as { import: { id: string } }).import.id;
}

async function counted(system: System): Promise<{ releases: number; whole: number; ticked: number }> {
  const [row] = await system.sql<{ releases: number; whole: number; ticked: number }>(
    `select (select count(*) from releases)::int as releases,
       (select count(*) from releases r where (select count(*) from destinations d where d.release_id = r.id) = 1 and (select count(*) from tracks t where t.release_id = r.id) = 1)::int as whole,
       (select count(*) from import_lines l join releases r on r.id = l.release_id where l.outcome = 'created')::int as ticked`,
  );
  if (!row) throw new Error('Nothing was counted.');
  return row;
}

/** Every row that an import may write, with the transaction that wrote it last. */
async function rowsOf(system: System): Promise<Set<string>> {
  const rows = new Set<string>();
  for (const table of ['artists', 'releases', 'destinations', 'tracks', 'former_slugs', 'bio_pages']) {
    for (const { row } of await system.sql<{ row: string }>(`select '${table} ' || xmin || ' ' || t::text as row from ${table} t`)) rows.add(row);
  }
  return rows;
}
