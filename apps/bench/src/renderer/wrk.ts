import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { canPin, type Cores } from './pinning.js';
import { debianTool, onPath, type Tool } from './tools.js';

const run = promisify(execFile);

export interface WrkRun {
  url: string;
  headers: Readonly<Record<string, string>>;
  seconds: number;
  cores: Cores;
}

/** @throws Error that says how to get it */
export async function findWrk(): Promise<Tool> {
  const tool = await debianTool('wrk', ['wrk', 'libluajit-5.1-2', 'libluajit-5.1-common']);
  if (tool) return tool;
  throw new Error('This benchmark loads the servers with wrk, and there is none. On Debian: apt-get install wrk');
}

/**
 * As many requests as 32 kept connections bring through.
 * @returns answers a second
 * @throws Error when anything else than 2xx and 3xx came back, or nothing
 */
export async function wrk(tool: Tool, { url, headers, seconds, cores }: WrkRun): Promise<number> {
  const words = ['-t1', '-c32', `-d${seconds}s`, ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]), url];
  const taskset = canPin ? onPath('taskset') : null;
  const [command, ...all] = taskset ? [taskset.path, '-c', cores, tool.path, ...words] : [tool.path, ...words];
  const { stdout } = await run(command ?? tool.path, all, { env: tool.environment });
  const rate = Number(/Requests\/sec:\s+([\d.]+)/u.exec(stdout)?.[1] ?? 0);
  const wrong = /Non-2xx or 3xx responses: \d+|Socket errors: .*/u.exec(stdout)?.[0];
  if (wrong !== undefined || rate === 0) throw new Error(`wrk on ${url}: ${wrong ?? stdout}`);
  return rate;
}
