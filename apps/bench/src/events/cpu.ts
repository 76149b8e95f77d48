import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of /proc a second, on every Linux that Node runs on. */
const ticks = 100;

/** Seconds that a process and its living children have had on a core. */
export function cpuSeconds(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ofOne(each), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name) && Number(fieldsOf(name)[1] ?? 0) === pid).map(Number);
}

function ofOne(pid: number): number {
  const fields = fieldsOf(String(pid));
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticks;
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
