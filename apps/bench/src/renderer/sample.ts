import { request } from 'node:http';

/** One answer of a server, to be given by another. */
export interface Sample {
  status: number;
  /** Name, value, name, value; without those that Node writes by itself. */
  headers: string[];
  /** base64 */
  body: string;
}

const nodesOwn = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

export function takeSample(url: string, headers: Readonly<Record<string, string>>): Promise<Sample> {
  return new Promise((taken, failed) => {
    request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => {
        const kept: string[] = [];
        for (let at = 0; at < response.rawHeaders.length; at += 2) {
          const name = response.rawHeaders[at] ?? '';
          if (!nodesOwn.has(name.toLowerCase())) kept.push(name, response.rawHeaders[at + 1] ?? '');
        }
        taken({ status: response.statusCode ?? 0, headers: kept, body: Buffer.concat(parts).toString('base64') });
      });
    }).on('error', failed).end();
  });
}

/** The value of a header, or an empty text. */
export function headerOf({ headers }: Sample, name: string): string {
  const at = headers.findIndex((word, index) => index % 2 === 0 && word.toLowerCase() === name);
  return at === -1 ? '' : (headers[at + 1] ?? '');
}
