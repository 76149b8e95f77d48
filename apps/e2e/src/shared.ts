import { launchBrowser } from '@lynkify/testing';
import type { Browser } from 'playwright-core';

// Spec files run one after the other in one process, so what is made here serves all of them.
let launched: Promise<Browser> | undefined;

/** The browser of the run, started for the first who asks; who crashed it has had it. */
export async function sharedBrowser(): Promise<Browser> {
  const browser = await launched;
  if (browser?.isConnected()) return browser;
  launched = launchBrowser();
  const fresh = await launched;
  endsWithTheRun(() => fresh.close());
  return fresh;
}

/** What is to be ended after the last spec file. */
export function endsWithTheRun(end: () => Promise<unknown>): void {
  const { lynkifyEnds } = globalThis as { lynkifyEnds?: (() => Promise<unknown>)[] };
  if (!lynkifyEnds) throw new Error('There is no run: the set-up of this project begins it.');
  lynkifyEnds.push(end);
}
