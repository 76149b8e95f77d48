import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gs1CheckDigit } from '@lynkify/domain';
import { startInternet, until, type Internet } from '@lynkify/testing';
import { ended, importCsv, importOf, rowsOf, uploadCsv } from '../testing/imports.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { asker, seedWorkspace, type World } from '../testing/world.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** The soak `import` takes 2,000. */
const lines = 400;
const killedAfter = 100;

/** A second program over the same database, from source: one that can be killed. */
async function startProgram(api: TestApi, internet: Internet): Promise<{ url: string; child: ChildProcess }> {
  const { databaseUrl, rendererKey, linkKey, smtpUrl, mediaDir, publicApiUrl } = api.environment;
  const child = spawn(process.execPath, ['--conditions=@lynkify/source', '--import', './libs/testing/typescript-loader.mjs', 'apps/api/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', LOG_LEVEL: 'info', HOST: '127.0.0.1', PORT: '0', DATABASE_URL: databaseUrl, RENDERER_KEY: rendererKey, LINK_KEY: linkKey, SMTP_URL: smtpUrl, MEDIA_DIR: mediaDir,
      PUBLIC_API_URL: publicApiUrl, ...internet.settings,
    },
  });
  return { url: await addressOf(child), child };
}

/** Where it says that it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const port = /"port":(\d+)/u.exec(said)?.[1];
    if (port) {
      child.stdout?.resume();
      return `http://127.0.0.1:${port}`;
    }
  }
  throw new Error(`the program ended: ${said}`);
}

/** A catalogue of which every line has a barcode, a day, a link and a recording of its own. */
function catalogue(): string {
  const rows = Array.from({ length: lines }, (_, index) => {
    const digits = `6024${String(index).padStart(7, '0')}`;
    return [`Release ${index + 1}`, `${digits}${gs1CheckDigit(digits)}`, '2024-08-16', `https://www.deezer.com/album/${629_000_000 + index}`, `USUM7${String(index).padStart(7, '0')}`].join(',');
  });
  return ['title,upc,date,link,isrc', ...rows].join('\n');
}

describe('an import whose program is killed', () => {
  let internet: Internet;
  /** Its database and its people; its own program is ended before the import begins. */
  let api: TestApi;
  let world: World;
  let artistId: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    internet = await startInternet();
    api = await startTestApi({ ...internet.settings });
    world = await seedWorkspace(api);
    artistId = (await world.artist()).id;
    await api.app.close();
  });
  afterAll(async () => {
    for (const child of children) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    }
    await internet.stop();
    await api.mailbox.stop();
    await api.database.drop();
    await rm(api.environment.mediaDir, { recursive: true, force: true });
  });

  /** The program, and the owner asking it. */
  async function start() {
    const { url, child } = await startProgram(api, internet);
    children.push(child);
    const program: TestApi = { ...api, url };
    return { child, program, inside: { ...world, owner: { ...world.owner, ...asker(program, world.owner.headers) } } };
  }

  const made = async () => {
    const [row] = await api.sql<{ releases: number; whole: number; ticked: number; waiting: number }>(
      `select (select count(*) from releases where workspace_id = $1)::int as releases,
         (select count(*) from releases r where workspace_id = $1 and (select count(*) from destinations d where d.release_id = r.id) = 1 and (select count(*) from tracks t where t.release_id = r.id) = 1)::int as whole,
         (select count(*) from import_lines l join releases r on r.id = l.release_id where l.workspace_id = $1 and l.outcome = 'created')::int as ticked,
         (select count(*) from import_lines where workspace_id = $1 and outcome = 'waiting')::int as waiting`,
      [world.workspaceId],
    );
    return row ?? { releases: -1, whole: 0, ticked: 0, waiting: 0 };
  };

  it('is whole after every line, goes on by itself, and a second time changes nothing', async () => {
    const first = await start();
    const { body } = await uploadCsv(first.program, first.inside.owner, catalogue(), { artistId }).expect(201);
    const id = String(body.import.id);
    const progress: number[] = [];
    await until(async () => {
      await delay(100);
      progress.push((await importOf(first.inside.owner, id)).counts.created);
      return (progress.at(-1) ?? 0) >= killedAfter;
    }, 120_000);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(progress.filter((count) => count > 0 && count < lines).length).toBeGreaterThan(2);

    // The server ends what the dead program had begun, in its own time.
    await until(async () => (await api.sql(`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)).length === 0, 10_000);
    const half = await made();
    expect(half.releases).toBeGreaterThanOrEqual(killedAfter);
    expect(half.releases).toBeLessThan(lines);
    expect(half).toEqual({ releases: half.releases, whole: half.releases, ticked: half.releases, waiting: lines - half.releases });

    const second = await start();
    expect(await ended(second.inside, id, 180_000)).toMatchObject({ status: 'FINISHED', counts: { total: lines, created: lines, waiting: 0 } });
    expect(await made()).toEqual({ releases: lines, whole: lines, ticked: lines, waiting: 0 });

    const before = await rowsOf(api, world);
    expect(await importCsv(second.program, second.inside, catalogue(), { artistId })).toMatchObject({ status: 'FINISHED', counts: { total: lines, unchanged: lines } });
    expect(await rowsOf(api, world)).toEqual(before);
  }, 300_000);
});
