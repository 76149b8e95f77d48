/**
 * Milliseconds that the quickest of several runs took, by the clock or by the processor, whichever says less: the machine
 * may be busy with something else, and the compiler with the function. Stops as soon as a run was quick enough.
 */
export function bestTime(work: () => unknown, runs: number, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs && best > enough; run += 1) {
    const before = process.cpuUsage();
    const start = performance.now();
    work();
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, took, (user + system) / 1000);
  }
  return best;
}
