import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from '../start-settings.js';
import { enterDemoWorkspace } from './demo-account.js';
import { makeArtists } from './demo-artists.js';
import { confirmFans, sendHistory } from './demo-history.js';
import { DemoSession } from './demo-session.js';
import type { DemoContext } from './demo-context.js';
import { readDemoWorkspace } from './demo-workspace.js';

interface Progress {
  /** When the demo's first start was; its history ends there. */
  begunAt: string;
  done: boolean;
}

/**
 * Makes the demo workspace once, by the same roads that a member and a fan take. Each step looks first at what is
 * there, so a start that was cut short is taken up by the next.
 */
export async function seedDemo(context: DemoContext, { step }: Terminal): Promise<void> {
  const file = join(context.dataDir, 'demo.json');
  const progress = readProgress(file);
  if (progress.done) return;
  writeProgress(file, progress);
  await step('Making the demo workspace', 'The demo workspace is made', async () => {
    const demo = readDemoWorkspace();
    const session = new DemoSession(context.apiUrl, context.origin);
    await enterDemoWorkspace(session, demo.workspace, context.mailboxUrl);
    const roster = await makeArtists(session, demo.artists);
    const fans = await sendHistory(context, roster, new Date(progress.begunAt));
    await confirmFans(context, fans);
  });
  writeProgress(file, { ...progress, done: true });
}

function readProgress(file: string): Progress {
  const anew = { begunAt: new Date().toISOString(), done: false };
  if (!existsSync(file)) return anew;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Progress;
  } catch (error) {
    if (error instanceof SyntaxError) return anew;
    throw error;
  }
}

function writeProgress(file: string, progress: Progress): void {
  writeFileSync(`${file}.new`, JSON.stringify(progress));
  renameSync(`${file}.new`, file);
}
