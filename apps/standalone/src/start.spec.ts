import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Installation, isRunning, until } from '@lynkify/testing';
import { demoLogin } from './demo/demo-login.js';
import { DemoSession } from './demo/demo-session.js';
import { readRoster } from './demo/demo-artists.js';
import { enterDemoWorkspace } from './demo/demo-account.js';
import { readDemoWorkspace } from './demo/demo-workspace.js';

/** Milliseconds; a machine that is busy with other things starts ten programs slowly. */
const patience = 100_000;

describe('npm start', () => {
  let installation: Installation;
  beforeEach(async () => {
    installation = await Installation.make();
  });
  afterEach(() => installation.remove(), 40_000);

  it('serves everything, refuses a second start, starts again what was killed, and leaves nothing running', async () => {
    // The number of a killed launcher may belong to another process by now.
    writeFileSync(join(installation.dataDir, 'lock.json'), JSON.stringify({ pid: process.pid, identity: 'an earlier process' }));
    const run = installation.start('--empty');
    await run.served(patience);

    expect(await installation.status('api', '/')).toBe(200);
    expect(await installation.status('api', '/readyz')).toBe(200);
    expect(await installation.status('pages', '/')).toBe(200);
    expect(await installation.status('mailbox', '/')).toBe(200);
    expect(run.output).toContain(`http://localhost:${installation.ports.api}`);
    expect(run.output).not.toContain(demoLogin.email);
    expect(statSync(join(installation.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);

    const second = installation.start('--empty');
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain(`Lynkify runs already (process ${run.pid})`);
    expect(await installation.status('pages', '/')).toBe(200);

    const { 'The API': api, PostgreSQL: postgres } = installation.processes();
    process.kill(api!, 'SIGKILL');
    await until(() => run.output.includes('The API serves again'), 30_000);
    process.kill(postgres!, 'SIGKILL');
    await until(() => run.output.includes('PostgreSQL serves again'), 30_000);
    await until(async () => (await installation.status('api', '/readyz')) === 200, 15_000);
    process.kill(installation.guards()['The page server']!, 'SIGKILL');
    await until(() => run.output.includes('The page server serves again'), 30_000);
    // The list of artists is asked of an API whose database has only just come back.
    await until(async () => (await installation.status('pages', '/')) === 200, 15_000);

    const pids = Object.values(installation.processes());
    expect(pids).toHaveLength(4);
    expect(await run.stop('SIGTERM')).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(existsSync(join(installation.dataDir, 'lock.json'))).toBe(false);
  }, 240_000);

  it('names who holds a port that it needs, and what to do', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(installation.ports.pages, '127.0.0.1', resolve));
    const run = installation.start('--empty');
    expect(await run.ended()).toBe(1);
    holder.close();
    expect(run.output).toContain(`Port ${installation.ports.pages} is taken by process ${process.pid}`);
    expect(run.output).toContain('PAGES_PORT=');
  }, 30_000);

  it('says what is wrong with a setting before it does anything', async () => {
    installation.ports.smtp = installation.ports.api;
    const run = installation.start('--empty');
    expect(await run.ended()).toBe(1);
    expect(run.output).toContain('must differ');
    expect(existsSync(join(installation.dataDir, 'postgres'))).toBe(false);
  });

  it('makes the demo workspace once, and keeps it when everything is killed with the launcher', async () => {
    const run = installation.start();
    await run.served(patience);
    expect(run.output).toContain(demoLogin.email);
    expect(run.output).toContain(demoLogin.password);

    const demo = readDemoWorkspace();
    const session = new DemoSession(`http://127.0.0.1:${installation.ports.api}`, `http://localhost:${installation.ports.api}`);
    await enterDemoWorkspace(session, demo.workspace, `http://127.0.0.1:${installation.ports.mailbox}`);
    const roster = await readRoster(session);
    expect(roster.artists.map(({ handle }) => handle).sort()).toEqual(demo.artists.map(({ handle }) => handle).sort());
    for (const artist of roster.artists) {
      expect(await installation.status('pages', `/${artist.handle}`)).toBe(200);
      for (const release of artist.releases.nodes) {
        expect(release.artwork).not.toBeNull();
        expect(release.destinations.length).toBeGreaterThanOrEqual(5);
        expect(await installation.status('pages', `/${artist.handle}/${release.slug}/go/spotify`)).toBe(302);
      }
    }

    const pids = Object.values(installation.processes());
    await run.stop('SIGKILL');
    await until(() => !pids.some(isRunning), 20_000);

    const again = installation.start();
    await again.served(patience);
    expect(again.output).not.toContain('Making the demo workspace');
    expect((await readRoster(session)).artists).toHaveLength(demo.artists.length);
    expect(await again.stop('SIGINT')).toBe(0);
  }, 240_000);
});
