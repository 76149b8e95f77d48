import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Context } from '../experiment.js';
import { freePorts } from '../system/ports.js';
import { isOk } from '../system/program.js';
import { pin, serverCore } from './pinning.js';
import type { Sample } from './sample.js';
import { debianTool } from './tools.js';

export interface Baseline {
  pid: number;
  url: string;
}

/** Bare `node:http`, answering each path with the sample given for it. */
export async function startBare(context: Context, samples: Readonly<Record<string, Sample>>): Promise<Baseline> {
  const child = fork(fileURLToPath(new URL('./bare.js', import.meta.url)), { execArgv: [] });
  context.after(() => ended(child));
  child.send(samples);
  const [port] = (await once(child, 'message')) as [number];
  const pid = child.pid ?? 0;
  pin(pid, serverCore);
  return { pid, url: `http://127.0.0.1:${port}` };
}

/** nginx with the page's bytes as a file, tuned as its manual says for static files; null where there is no nginx. */
export async function startNginx(context: Context, page: Sample): Promise<Baseline | null> {
  const tool = await debianTool('nginx', ['nginx']);
  if (!tool) return null;
  const folder = join(context.folder, 'nginx');
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'files/page'), Buffer.from(page.body, 'base64'));
  const [port = 0] = await freePorts(1);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${folder}/${kind};`);
  writeFileSync(join(folder, 'nginx.conf'), [
    'daemon off; master_process off; pid nginx.pid; error_log stderr crit;',
    'events { worker_connections 1024; }',
    'http {', ...own,
    '  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100; etag on;',
    `  server { listen 127.0.0.1:${port}; root ${folder}/files; default_type text/html; }`,
    '}', '',
  ].join('\n'));
  const child = spawn(tool.path, ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], { env: tool.environment, stdio: ['ignore', 'ignore', 'inherit'] });
  context.after(() => ended(child));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await isOk(`${url}/page`)); tries += 1) {
    if (child.exitCode !== null || tries > 100) return null;
    await delay(50);
  }
  const pid = child.pid ?? 0;
  pin(pid, serverCore);
  return { pid, url };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
