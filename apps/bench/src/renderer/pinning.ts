import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { descendantsOf } from '../system/program.js';
import { onPath } from './tools.js';

/** Which cores a program may use, as taskset writes them: `0`, `0,1`. */
export type Cores = string;

const taskset = onPath('taskset');

/** Whether servers and load can be given cores of their own. */
export const canPin = taskset !== null && availableParallelism() >= 2;
/** Each server that is compared has this core to itself, and the load has that one. */
export const serverCore: Cores = '0';
export const loadCore: Cores = '1';
/** Where everything shares two cores. */
export const bothCores: Cores = '0,1';

/** A process, its threads and, unless they are left out, its children. */
export function pin(pid: number, cores: Cores, except: readonly number[] = []): void {
  if (!taskset || !canPin) return;
  for (const each of [pid, ...descendantsOf(pid)]) {
    if (!except.includes(each)) execFileSync(taskset.path, ['-a', '-c', '-p', cores, String(each)], { stdio: 'ignore' });
  }
}
