import { Agent, request } from 'node:http';

/** Posts batches to the API on so many connections, as that many renderers would. @returns batches a second */
export async function shipAll(url: string, rendererKey: string, batches: readonly Buffer[], shippers: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: shippers });
  const left = [...batches];
  const began = performance.now();
  try {
    await Promise.all(
      Array.from({ length: shippers }, async () => {
        for (let batch = left.shift(); batch; batch = left.shift()) await post(`${url}/internal/events`, rendererKey, batch, agent);
      }),
    );
  } finally {
    agent.destroy();
  }
  return batches.length / ((performance.now() - began) / 1_000);
}

function post(url: string, rendererKey: string, body: Buffer, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers: { authorization: `Bearer ${rendererKey}`, 'content-type': 'application/x-ndjson', 'content-length': body.length } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode === 200 && text.includes('"rejected":[]')) resolve();
        else reject(new Error(`a batch was answered ${answer.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
