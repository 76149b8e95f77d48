/**
 * What one suite found.
 * @typedef {{ passed: number, failed: number, output: string }} Result output: shown when something failed
 *
 * @typedef {{ name: string, needs?: 'chromium', run: () => Promise<Result> }} Suite
 */

/** Prints each suite as it ends and adds everything up. */
export class Report {
  passed = 0;
  failed = 0;

  /** @param {string} name @param {Result} result @param {number} seconds */
  add(name, { passed, failed, output }, seconds) {
    this.passed += passed;
    this.failed += failed;
    const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
    process.stdout.write(`  ${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(12)} ${counts} (${seconds} s)\n`);
    if (failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  }

  /** The last line of all. */
  total() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

/** What became of a suite that could not say so itself. @returns {Result} */
export function couldNotRun(reason) {
  return { passed: 0, failed: 1, output: reason };
}

/** @returns {Result} one check */
export function check(ok, output = '') {
  return ok ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}
