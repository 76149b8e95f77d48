import { setTimeout as delay } from 'node:timers/promises';
import type { Experiment, Figure } from '../experiment.js';
import { startSystem, type Program, type System } from '../system/system.js';

const limit = { is: 'at most', value: 1_000 } as const;

/** What is published reaches every renderer within a second, whatever broke a moment before. */
const publish: Experiment = {
  kind: 'soak',
  name: 'publish',
  description: 'publishing reaches two renderers within 1 s, also after the API, its listening connection, PostgreSQL or a renderer failed',
  async run(context) {
    const system = await startSystem(context);
    const second = await system.another('renderer', 'The second renderer');
    await second.start();
    const renderers = [system.renderer, second];
    const [page] = await system.seedPages(1);
    if (!page) throw new Error('Nothing was published.');
    const editor = await Editor.of(system);
    const figures: Figure[] = [];
    const measure = async (name: string, times: number, before: () => Promise<void> = () => Promise.resolve()) => {
      let slowest = 0;
      for (let time = 0; time < times; time += 1) {
        await before();
        slowest = Math.max(slowest, await reach(renderers, page.path, await editor.publish()));
      }
      context.say(`${name}: ${Math.round(slowest)} ms`);
      figures.push({ name, value: Math.round(slowest), unit: 'ms', limit, note: times > 1 ? `slowest of ${times}` : undefined });
    };

    await measure('published as ever', context.short ? 5 : 30);
    await measure('published right after the API was killed and started', context.short ? 1 : 5, async () => {
      system.api.signal('SIGKILL');
      await system.api.exited();
      await system.api.start();
    });
    await measure('published right after the listening connection was cut', context.short ? 1 : 5, async () => {
      await system.sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lynkify-page-changes'`);
    });
    await measure('published right after PostgreSQL was frozen for 6 s', context.short ? 1 : 3, async () => {
      system.postgres.signal('SIGSTOP');
      await delay(6_000);
      system.postgres.signal('SIGCONT');
      await untilReady(system.api);
    });
    figures.push(await whileFrozen(second, page.path, editor));
    return figures;
  },
};
export default publish;

/** Changes the title of the one release and publishes it. */
class Editor {
  private edits = 0;

  private constructor(
    private readonly workspace: Awaited<ReturnType<System['workspace']>>,
    private readonly releaseId: string,
  ) {}

  static async of(system: System): Promise<Editor> {
    const workspace = await system.workspace();
    const { releases } = await workspace.ask<{ releases: { nodes: { id: string }[] } }>('query { releases(first: 1) { nodes { id } } }');
    return new Editor(workspace, releases.nodes[0]?.id ?? '');
  }

  /** @returns the title that is public from now on */
  async publish(): Promise<string> {
    this.edits += 1;
    const title = `Edit number ${this.edits} of this song`;
    await this.workspace.ask('mutation ($input: UpdateReleaseInput!) { updateRelease(input: $input) { userErrors { message } } }', { input: { releaseId: this.releaseId, title } });
    const { publishRelease } = await this.workspace.ask<{ publishRelease: { release: { id: string } | null } }>('mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { release { id } } }', { input: { releaseId: this.releaseId } });
    if (!publishRelease.release) throw new Error('The edit was not published.');
    return title;
  }
}

/** Milliseconds until the last of the renderers answers with it. */
async function reach(renderers: readonly Program[], path: string, title: string): Promise<number> {
  const began = performance.now();
  await Promise.all(renderers.map((renderer) => untilShown(renderer, path, title)));
  return performance.now() - began;
}

async function untilShown(renderer: Program, path: string, title: string): Promise<void> {
  for (const end = Date.now() + 30_000; ; await delay(10)) {
    const answer = await fetch(`${renderer.url}${path}`, { headers: { 'user-agent': 'curl/8.0' }, signal: AbortSignal.timeout(10_000) });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    if (text.includes(title)) return;
    if (Date.now() > end) throw new Error(`“${title}” was published and never came to ${renderer.url}.`);
  }
}

async function untilReady(program: Program): Promise<void> {
  for (const end = Date.now() + 30_000; ; await delay(20)) {
    const answer = await fetch(`${program.url}/readyz`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    if (answer.ok) return;
    if (Date.now() > end) throw new Error('The API is not ready again.');
  }
}

/** A renderer that stood still while it was told: it hears of it when it goes on. */
async function whileFrozen(renderer: Program, path: string, editor: Editor): Promise<Figure> {
  renderer.signal('SIGSTOP');
  const title = await editor.publish();
  await delay(9_000);
  renderer.signal('SIGCONT');
  return { name: 'published while a renderer was frozen for 9 s', value: Math.round(await reach([renderer], path, title)), unit: 'ms', limit, note: 'from when it went on' };
}
