import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of /proc a second, on every Linux that Node runs on. */
const ticks = 100;

/** Seconds that a process and its children have had on a core, those that have ended included. */
export function cpuSeconds(pid: number): number {
  const [, , ...ended] = timesOf(pid);
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + timesOf(each).slice(0, 2).reduce(add, 0), ended.reduce(add, 0));
}

const add = (a: number, b: number) => a + b;

function childrenOf(pid: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name) && Number(fieldsOf(name)[1] ?? 0) === pid).map(Number);
}

/** Its own time in programs and in the kernel, then both of its children that have ended. */
function timesOf(pid: number): number[] {
  return fieldsOf(String(pid)).slice(11, 15).map((field) => Number(field) / ticks);
}

/** What stands after the name of the program: state, parent, … (proc_pid_stat, from field 3 on). None: it has ended. */
function fieldsOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code))) return [];
    throw error;
  }
}
