import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const houseConfig = new URL('../jest-project.mjs', import.meta.url).href;

const globals = `import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';\n`;

/** One spec file of every kind that has something to tell. */
const samples: Record<string, string> = {
  passes: `
    describe('outer', () => {
      const order = [];
      beforeAll(() => order.push('all'));
      beforeEach(() => order.push('each'));
      afterEach(() => order.push('after'));
      it('runs hooks in their order', () => expect(order).toEqual(['all', 'each']));
      describe('inner', () => test.each([[1, 2], [2, 3]])('%i is before %i', (a, b) => expect(a + 1).toBe(b)));
      it('takes a callback', (done) => void setTimeout(done, 1));
    });`,
  fails: `
    it('is unlike', () => expect({ a: 1 }).toEqual({ a: 2 }));
    it('throws', () => { throw new TypeError('thrown'); });
    it('throws what is no error', () => { throw 'a text'; });
    it('rejects', async () => Promise.reject(new Error('rejected')));
    it('asserts too little', () => expect.assertions(2));
    it.failing('fails as it should', () => expect(1).toBe(2));
    it.failing('does not fail as it should', () => expect(1).toBe(1));`,
  waits: `
    it('never ends', () => new Promise(() => undefined), 50);
    it('goes on after that', () => undefined);`,
  skips: `
    it.skip('is skipped', () => { throw new Error('ran'); });
    it.todo('is still to do');
    it('runs', () => undefined);`,
  only: `
    it('is left out', () => { throw new Error('ran'); });
    it.only('is the only one', () => undefined);`,
  'before-all': `
    beforeAll(() => { throw new Error('no beginning'); });
    it('one', () => undefined);
    describe('deeper', () => it('two', () => undefined));`,
  'before-each': `
    beforeEach(() => { throw new Error('not this one'); });
    it('one', () => undefined);`,
  'after-all': `
    it('one', () => undefined);
    afterAll(() => { throw new Error('no end'); });`,
  'hook-waits': `
    beforeAll(() => new Promise(() => undefined), 50);
    it('one', () => undefined);`,
  'rejects-unheard': `
    it('leaves a rejection alone', async () => {
      void Promise.reject(new Error('unheard'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    });`,
  'throws-later': `
    it('throws in a timer', async () => {
      setTimeout(() => { throw new Error('from a timer'); }, 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });`,
  'throws-at-import': `throw new Error('at import');`,
  'throws-in-describe': `describe('a', () => { it('one', () => undefined); throw new Error('while describing'); });`,
  'lacks-module': `import './nowhere.mjs';\nit('one', () => undefined);`,
  'is-no-javascript': `it('one', () => {`,
  'has-no-tests': `export const nothing = 1;`,
  'nests-tests': `it('outer', () => { it('inner', () => undefined); });`,
  'reads-settings': `
    it('finds no setting of another spec', () => expect(process.env.LEFT_BY_A_SPEC).toBeUndefined());
    it('finds no console of another spec', () => expect(console.mine).toBeUndefined());
    afterAll(() => { process.env.LEFT_BY_A_SPEC = 'yes'; console.mine = true; });`,
  says: `it('says something', () => console.log('said by a spec'));`,
};
samples['reads-settings-too'] = samples['reads-settings']!;

interface Told {
  code: number | string | null;
  errors: string;
  files: Record<string, { status: string; message: string; tests: string[] }>;
  counts: Record<string, unknown>;
}

const folders: string[] = [];
const coloursOf = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'gu');

/** Runs Jest over samples and reads what it tells: exit code, counts, each test with the first lines of its errors. */
async function jest(runner: 'house' | 'jest', files: Record<string, string>, ...more: string[]): Promise<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'lynkify-jest-runner-'));
  folders.push(folder);
  const settings = `{ rootDir: import.meta.dirname, testMatch: ['<rootDir>/*.spec.{mjs,ts}'], transform: {}, injectGlobals: false, haste: { forceNodeFilesystemAPI: true } }`;
  await writeFile(join(folder, 'jest.config.mjs'), runner === 'jest' ? `export default ${settings};` : `import { jestProject } from '${houseConfig}';\nexport default jestProject(import.meta.url, ${settings});`);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name.includes('.') ? name : `${name}.spec.mjs`), globals + text);
  const flags = runner === 'jest' ? ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] : [];
  const { code, errors } = await run([...flags, 'node_modules/jest/bin/jest.js', '--config', join(folder, 'jest.config.mjs'), '--json', `--outputFile=${join(folder, 'told.json')}`, '--ci', '--no-cache', ...more]);
  if (!existsSync(join(folder, 'told.json'))) return { code, errors, counts: {}, files: {} };
  const { testResults, startTime: _start, ...rest } = JSON.parse(await readFile(join(folder, 'told.json'), 'utf8')) as {
    startTime: number;
    testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
  };
  const firstLine = (text: string) => text.replace(coloursOf, '').split('\n')[0];
  return {
    code,
    errors,
    counts: Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('num') || name === 'success' || name === 'wasInterrupted')),
    files: Object.fromEntries(
      testResults
        .map(({ name, status, message, assertionResults }) => [name.split('/').at(-1)!, { status, message: message.replace(coloursOf, ''), tests: assertionResults.map((test) => [test.status, test.fullName, ...test.failureMessages.map(firstLine)].join(' | ')) }] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

/** Ends it where it says itself that something keeps it from ending. */
function run(parameters: string[]): Promise<{ code: number | string | null; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, parameters, { cwd: root, timeout: 60_000, env: { ...process.env, FORCE_COLOR: '0' } }, (error, _stdout, stderr) =>
      resolve({ code: error ? (error.signal ?? error.code ?? null) : 0, errors: stderr.replace(coloursOf, '') }),
    );
    child.stderr?.on('data', (text: string) => text.includes('Jest did not exit') && child.kill('SIGTERM'));
  });
}

const testsOf = ({ files }: Told) => Object.fromEntries(Object.entries(files).map(([name, { status, tests }]) => [name, { status, tests }]));

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe("the house's runner tells what Jest's own tells", () => {
  let own: Told;
  let house: Told;
  beforeAll(async () => {
    [own, house] = await Promise.all([jest('jest', samples, '--runInBand'), jest('house', samples, '--runInBand')]);
  }, 60_000);

  it('of every test: its name, its state and its error', () => {
    expect(Object.keys(own.files)).toHaveLength(Object.keys(samples).length);
    expect(testsOf(house)).toEqual(testsOf(own));
  });

  it('in its counts and its exit code', () => {
    expect(house.counts).toEqual(own.counts);
    expect(house.counts).toMatchObject({ success: false, numPendingTests: 2, numTodoTests: 1, numRuntimeErrorTestSuites: 6 });
    expect([own.code, house.code]).toEqual([1, 1]);
  });

  it('of a file that could not run: why', () => {
    const reasons = { 'throws-at-import': 'at import', 'throws-in-describe': 'while describing', 'lacks-module': 'nowhere.mjs', 'is-no-javascript': 'SyntaxError', 'has-no-tests': 'must contain at least one test' };
    for (const [name, reason] of Object.entries(reasons)) for (const { files } of [own, house]) expect(files[`${name}.spec.mjs`]).toMatchObject({ status: 'failed', message: expect.stringContaining(reason) });
  });

  it('of what nobody waited for', () => {
    for (const [name, reason] of [['rejects-unheard', 'unheard'], ['throws-later', 'from a timer'], ['after-all', 'no end']] as const)
      for (const { files } of [own, house]) expect(files[`${name}.spec.mjs`]).toMatchObject({ status: 'failed', message: expect.stringContaining(reason) });
  });

  it('of what a spec said, once', () => {
    for (const { errors } of [own, house]) {
      expect(errors.match(/said by a spec/gu)).toHaveLength(1);
      expect(errors).toMatch(/at .*says\.spec\.mjs/u);
    }
  });

  it('from processes of its own', async () => {
    const apart = await jest('house', samples, '--maxWorkers=2');
    expect(testsOf(apart)).toEqual(testsOf(own));
    expect(apart.counts).toEqual(own.counts);
    expect(apart.code).toBe(1);
  }, 60_000);

  it('of the tests that a pattern picks', async () => {
    const picked = { passes: samples.passes!, skips: samples.skips!, fails: samples.fails! };
    const [theirs, ours] = await Promise.all([jest('jest', picked, '-i', '-t', 'inner|is unlike'), jest('house', picked, '-i', '-t', 'inner|is unlike')]);
    expect(testsOf(ours)).toEqual(testsOf(theirs));
    expect(ours.counts).toEqual(theirs.counts);
    expect(ours.counts).toMatchObject({ numPassedTests: 2, numFailedTests: 1 });
  }, 60_000);

  it('of a process that a spec ends, and of one that a spec keeps open', async () => {
    const ends = { ends: `it('ends it', () => process.exit(7));` };
    const open = { open: `import { createServer } from 'node:net';\nit('leaves a server', (done) => void createServer().listen(0, '127.0.0.1', done));` };
    for (const runner of ['jest', 'house'] as const) {
      expect(await jest(runner, ends, '-i')).toMatchObject({ code: 7, counts: {}, errors: expect.stringContaining('process.exit called with "7"') });
      expect(await jest(runner, open, '-i')).toMatchObject({ code: 'SIGTERM', counts: { numPassedTests: 1 }, errors: expect.stringContaining('Jest did not exit one second after') });
    }
  }, 60_000);
});

describe('TypeScript', () => {
  const spec = `
    import { Kept } from './kept.js';
    interface Nothing {
      here: string;
    }
    it('knows the types that decorators ask for', () => expect(Kept.types).toEqual([String, Number]));
    it('fails in its own line', () => {
      const nothing: Nothing | null = null as Nothing | null;
      expect(nothing!.here).toBe('so'); // the line
    });`;
  const kept = `
    const types: unknown[] = [];
    const keep = (target: object, name: string) => void types.push((Reflect as unknown as { getMetadata: (key: string, target: object, name: string) => unknown }).getMetadata('design:type', target, name));
    import 'reflect-metadata';
    export class Kept {
      static types = types;
      @keep name!: string;
      @keep age!: number;
    }`;

  it('is run as the programs are, and an error names the line that was written', async () => {
    const { files } = await jest('house', { 'typed.spec.ts': spec, 'kept.ts': kept.replace('reflect-metadata', join(root, 'node_modules/reflect-metadata/Reflect.js')) }, '-i');
    const line = (globals + spec).split('\n').findIndex((text) => text.includes('// the line')) + 1;
    expect(files['typed.spec.ts']!.tests).toEqual([expect.stringMatching(/^passed/u), expect.stringMatching(/^failed/u)]);
    expect(files['typed.spec.ts']!.message).toContain(`typed.spec.ts:${line}:`);
  }, 30_000);
});
