import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sample } from './sample.js';

// What Node itself can do: the same bytes by a server that does nothing else. Its own process; ends with its parent.

process.on('disconnect', () => process.exit(0));
process.on('message', (samples: Readonly<Record<string, Sample>>) => {
  const answers = new Map(Object.entries(samples).map(([path, { status, headers, body }]) => [path, { status, headers, body: Buffer.from(body, 'base64') }]));
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(answer.status, answer.headers);
    if (answer.body.length > 0) response.end(answer.body);
    else response.end();
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
