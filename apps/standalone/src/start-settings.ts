/** What `bin/start.mjs` has read from the environment and the command line. */
export interface StartSettings {
  /** The clone. */
  root: string;
  ports: { api: number; pages: number; mailbox: number; smtp: number };
  /** Address to listen on. */
  host: string;
  /** Absolute. */
  dataDir: string;
  /** A PostgreSQL of the user's own, as the owner. Null: the embedded one. */
  databaseUrl: string | null;
  /** Where the children's own settings are taken from. */
  environment: Readonly<Record<string, string | undefined>>;
  empty: boolean;
  dev: boolean;
}

/** What the plain JavaScript of `bin/` lends to the built program. */
export interface Terminal {
  say(text?: string): void;
  step<T>(doing: string, done: string, work: () => Promise<T>): Promise<T>;
  /** What tells a process from a later one with the same number; null when there is none. */
  processIdentity(pid: number): string | null;
}
