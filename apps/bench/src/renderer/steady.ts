import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadCore, pin } from './pinning.js';
import type { SteadyLoad, SteadyReport } from './steady-load.js';

/** A fixed rate of requests from a process of its own. @throws Error when it could not be kept up with the server */
export async function steady(load: SteadyLoad): Promise<SteadyReport> {
  const child = fork(fileURLToPath(new URL('./steady-load.js', import.meta.url)), { execArgv: ['--max-semi-space-size=64'] });
  pin(child.pid ?? 0, loadCore);
  const report = await new Promise<SteadyReport>((told, failed) => {
    child.once('message', (message) => told(message as SteadyReport));
    child.once('exit', (code) => failed(new Error(`The load at a fixed rate ended with ${code}.`)));
    child.send(load);
  });
  if (report.answered < report.sent || report.odd > 0) throw new Error(`Of ${report.sent} requests ${report.sent - report.answered} were not answered, ${report.odd} with another status than ${report.status}.`);
  return report;
}
