import type { IngestReceipt } from '@lynkify/domain';
import { reasonOf } from '../log.js';

/** What became of some lines: the API has them; it never will; or it could not be asked. */
export type Outcome = { kind: 'taken'; rejected: IngestReceipt['rejected'] } | { kind: 'unwanted'; status: number } | { kind: 'failed'; reason: string };

/** No answer in this time is none. */
const patience = 20_000;

/** The API's route for events, under the renderer's key. */
export class Intake {
  private readonly url: string;

  constructor(
    apiUrl: string,
    private readonly rendererKey: string,
  ) {
    this.url = `${apiUrl}/internal/events`;
  }

  async post(lines: readonly string[]): Promise<Outcome> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${this.rendererKey}` },
        body: `${lines.join('\n')}\n`,
        signal: AbortSignal.timeout(patience),
      });
      if (response.ok) {
        const { rejected } = (await response.json()) as Partial<IngestReceipt>;
        return { kind: 'taken', rejected: Array.isArray(rejected) ? rejected : [] };
      }
      await response.body?.cancel();
      // These say that the API does not want this very batch; everything else may pass.
      if ([400, 413, 422].includes(response.status)) return { kind: 'unwanted', status: response.status };
      return { kind: 'failed', reason: `the API answered ${response.status}` };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }
}
