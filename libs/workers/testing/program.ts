import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { readProcessSettings, RequestCounts, runProgram, type ProcessSettings } from '../src/index.js';

interface Settings extends ProcessSettings {
  port: number;
}

/** A program of the smallest kind, for the tests: says who answered, as slowly as it is asked to. */
await runProgram<Settings>({
  name: 'sample',
  readSettings() {
    const values: Record<string, string | undefined> = { WORKERS: '0', DRAIN_SECONDS: '0', METRICS_PORT: '', METRICS_HOST: '127.0.0.1', LOG_LEVEL: 'info', ...process.env };
    return { ...readProcessSettings({ text: (name) => values[name] ?? '' }), port: Number(values.PORT ?? 0) };
  },
  async serve(settings, life) {
    // A test breaks it for the workers that come later.
    const { FAILS_WHEN_REPLACING } = process.env;
    if (life.replacing && FAILS_WHEN_REPLACING) throw new Error('This one is broken.');
    const counts = new RequestCounts(['page']);
    const streams = new Set<() => void>();
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://sample');
      const answer = async () => {
        await delay(Number(url.searchParams.get('wait') ?? 0));
        if (url.pathname === '/die') process.exit(3);
        if (url.pathname === '/stream') {
          response.write('begun\n');
          streams.add(() => response.end('ended\n'));
          return;
        }
        response.statusCode = url.pathname === '/readyz' && life.leaving ? 503 : 200;
        counts.count(0, response.statusCode, 0);
        response.end(String(process.pid));
      };
      answer().catch(() => response.destroy());
    });
    await new Promise<void>((listening, failed) => server.once('error', failed).listen(settings.port, '127.0.0.1', listening));
    const address = server.address();
    process.stdout.write(`${JSON.stringify({ msg: 'listening', pid: process.pid, port: typeof address === 'object' ? address?.port : null })}\n`);
    return {
      server,
      leave: async () => streams.forEach((end) => end()),
      stop: async () => void process.stdout.write(`${JSON.stringify({ msg: 'stopped', pid: process.pid })}\n`),
      metrics: async () => counts.metrics('sample'),
    };
  },
});
