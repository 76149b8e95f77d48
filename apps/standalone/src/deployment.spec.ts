import { describe, expect, it } from '@jest/globals';
import type { Setting } from '@lynkify/domain';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  environment: Record<string, string>;
  read_only?: boolean;
  healthcheck?: { disable?: boolean; test?: string[] };
  networks: string[];
  build?: { dockerfile: string };
  volumes?: string[];
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, null>; networks: Record<string, null> };

/** The settings that a built program reads. */
async function settingsOf(app: 'api' | 'renderer', list = 'settings'): Promise<readonly Setting[]> {
  const module = (await import(join(root, 'apps', app, 'dist/environment.js'))) as Record<string, readonly Setting[]>;
  return module[list] ?? [];
}

function dockerfileEnvironment(path: string): string[] {
  const line = read(path).split('\n').find((text) => text.startsWith('ENV NODE_ENV')) ?? '';
  return [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name ?? '');
}

describe('the compose file', () => {
  it.each([
    ['api', 'api', 'settings'],
    ['renderer', 'renderer', 'settings'],
    ['migrate', 'api', 'migrateSettings'],
  ] as const)('gives %s every setting that it must have, and none that it does not read', async (service, app, list) => {
    const settings = await settingsOf(app, list);
    const given = Object.keys(compose.services[service]!.environment);
    const ofImage = list === 'settings' ? dockerfileEnvironment(`apps/${app}/Dockerfile`) : [];
    const required = settings.filter((setting) => setting.default === undefined && !setting.optional).map(({ name }) => name);
    expect(required.filter((name) => !given.includes(name) && !ofImage.includes(name))).toEqual([]);
    expect(given.filter((name) => !settings.some((setting) => setting.name === name))).toEqual([]);
    expect(ofImage.filter((name) => name !== 'NODE_ENV' && !settings.some((setting) => setting.name === name))).toEqual([]);
  });

  it('writes no secret down and refuses to start without one', async () => {
    const secrets = new Set([...(await settingsOf('api')), ...(await settingsOf('renderer'))].filter(({ kind }) => kind === 'secret').map(({ name }) => name));
    const values = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment));
    for (const [name, value] of values.filter(([name]) => secrets.has(name) || name.includes('PASSWORD'))) expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{[A-Z_]+:\?.+\}$/)]);
    expect(compose.services.api!.environment.DATABASE_URL).toMatch(/:\$\{APP_DATABASE_PASSWORD:\?/);
  });

  it('keeps the renderer away from the database, and its own programs on read-only disks', () => {
    expect(compose.services.renderer!.networks).not.toContain('data');
    expect(compose.services.postgres!.networks).toEqual(['data']);
    for (const name of ['api', 'renderer', 'migrate']) expect(compose.services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('names only volumes and networks that it has', () => {
    const services = Object.values(compose.services);
    for (const volume of services.flatMap(({ volumes = [] }) => volumes)) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    for (const network of services.flatMap(({ networks }) => networks)) expect(Object.keys(compose.networks)).toContain(network);
  });
});

describe.each(['api', 'renderer'])('the image of %s', (app) => {
  const dockerfile = read(`apps/${app}/Dockerfile`);

  it('runs as an ordinary user and tells its health', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK .*CMD/m);
    expect(last).toMatch(/^COPY --from=build/m);
  });

  it('holds every library of ours that the program imports', () => {
    const source = join(root, 'apps', app, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$|^testing\//.test(path));
    const libraries = new Set(files.flatMap((path) => [...readFileSync(join(source, path), 'utf8').matchAll(/from '@lynkify\/([a-z-]+)'/g)].map(([, name]) => name ?? '')));
    for (const name of libraries) {
      expect(dockerfile).toContain(`COPY --from=build /src/libs/${name}/dist libs/${name}/dist`);
      expect(dockerfile).toContain(`COPY --from=build /src/libs/${name}/package.json libs/${name}/`);
    }
  });
});

describe('the README', () => {
  it('shows the settings that the programs read', async () => {
    await expect(promisify(execFile)(process.execPath, [join(root, 'apps/standalone/bin/settings.mjs'), '--check'])).resolves.toBeDefined();
  });
});
