import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The browser that people have, without a window. It finds no host but this machine: a test that follows a link to a
 * platform sees where it would lead and never leaves.
 * @throws when there is no Chromium; `CHROMIUM_PATH` says where one is
 */
export async function launchBrowser(): Promise<Browser> {
  // Loaded when it is asked for: most suites that use this library open no browser.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

/**
 * Where the browser that people have is.
 * @throws when there is none
 */
export function browserPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
  if (found === undefined) throw new Error('There is no Chromium. Install it, or say where it is: CHROMIUM_PATH=/path/to/chromium');
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    // No `instanceof`: what the system throws is of another realm than a test.
    if (typeof error === 'object' && error !== null && 'code' in error && ['ENOENT', 'EACCES', 'ENOTDIR'].includes(String(error.code))) return false;
    throw error;
  }
}
