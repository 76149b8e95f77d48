import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one start leaves to the next. */
export interface State {
  postgresPort?: number;
}

export function readState(dataDir: string): State {
  const file = join(dataDir, 'state.json');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State;
  } catch (error) {
    // Nothing in it that could not be found out again.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export function writeState(dataDir: string, state: State): void {
  const file = join(dataDir, 'state.json');
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
