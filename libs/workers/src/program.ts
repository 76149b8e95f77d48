import type { Life, Serving } from './life.js';
import type { ProcessSettings } from './process-settings.js';

/** One of our programs, as seen by whoever starts it. */
export interface Program<Settings extends ProcessSettings> {
  /** In the log: api, renderer. */
  name: string;
  /** @throws Error in words that are shown to whoever started the program */
  readSettings(): Settings;
  /**
   * Starts to serve. Loads everything that serving needs by itself: the primary calls this never, and stays small.
   * @throws Error in words that are shown to whoever started the program
   */
  serve(settings: Settings, life: Life): Promise<Serving>;
}
