import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SupervisedProcess } from '../processes/supervised-process.js';
import type { Terminal } from '../start-settings.js';

const run = promisify(execFile);

/** Which programs run a project's code. The dashboard takes its own changes up by itself. */
const usedBy: Readonly<Record<string, readonly ('api' | 'renderer')[]>> = {
  'apps/api': ['api'],
  'apps/renderer': ['renderer'],
  'libs/domain': ['api', 'renderer'],
  'libs/platforms': ['api', 'renderer'],
  'libs/workers': ['api', 'renderer'],
  'libs/contract': ['renderer'],
  'libs/page-view': ['renderer'],
};

/**
 * Builds a project whose sources changed and starts the programs again that run it.
 * @returns stops watching
 */
export function reloadOnChange(root: string, programs: Record<'api' | 'renderer', SupervisedProcess>, { say }: Terminal): () => void {
  const changed = new Set<string>();
  let pause: NodeJS.Timeout | undefined;
  let working = false;

  const takeUp = async () => {
    if (working || changed.size === 0) return;
    working = true;
    const projects = [...changed];
    changed.clear();
    try {
      for (const project of projects) await build(root, project);
      const again = new Set(projects.flatMap((project) => usedBy[project] ?? []));
      for (const name of again) await programs[name].restart();
      say(`  Taken up: ${projects.join(', ')}`);
    } catch (error) {
      const { stderr, message } = error as Error & { stderr?: string };
      say(`  ${projects.join(', ')} could not be taken up:\n\n${stderr?.trim() || message}\n`);
    } finally {
      working = false;
      if (changed.size > 0) void takeUp();
    }
  };

  const watchers = Object.keys(usedBy)
    .filter((project) => existsSync(join(root, project, 'src')))
    .map((project) =>
      watch(join(root, project, 'src'), { recursive: true }, (_event, file) => {
        if (file && /\.spec\.tsx?$|~$/.test(file)) return;
        changed.add(project);
        clearTimeout(pause);
        // An editor writes a file in several steps; a branch change writes hundreds.
        pause = setTimeout(() => void takeUp(), 150);
      }),
    );
  return () => {
    clearTimeout(pause);
    for (const one of watchers) one.close();
  };
}

/** The project's own build command, as its package.json says it. */
async function build(root: string, project: string): Promise<void> {
  await run(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', `@lynkify/${project.split('/')[1]}:build`, '--excludeTaskDependencies', '--outputStyle=static'], {
    cwd: root,
    env: { PATH: join(root, 'node_modules/.bin'), NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' },
  });
}
