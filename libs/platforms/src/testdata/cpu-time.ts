/**
 * Milliseconds that the processor worked on the quickest of several runs: the machine may be busy with something else, the
 * function may not. Stops as soon as a run was quick enough.
 */
export function bestCpuTime(work: () => unknown, runs: number, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && best > enough; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
