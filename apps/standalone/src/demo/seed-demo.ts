import type { Terminal } from '../start-settings.js';

export interface DemoContext {
  apiUrl: string;
  /** What the API takes for its own address: the Origin of requests that change something. */
  origin: string;
  mailboxUrl: string;
  rendererKey: string;
  dataDir: string;
}

/** Known to everybody who reads this: the demo listens on loopback and holds nothing of anybody. */
export const demoLogin = { email: 'demo@lynkify.example', password: 'play-it-loud-2026' } as const;

/** @returns whether there is a demo workspace to sign in to */
export async function seedDemo(_context: DemoContext, _terminal: Terminal): Promise<boolean> {
  return false;
}
