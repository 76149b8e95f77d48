import { createClient, type Execute } from '@lynkify/contract';

/** Somebody at the dashboard, without a browser: keeps the session's cookie and says which workspace is meant. */
export class DemoSession {
  readonly execute: Execute;
  workspaceId: string | null = null;
  private cookie = '';

  /**
   * @param apiUrl where the API is reached
   * @param origin what it takes for its own address
   */
  constructor(
    private readonly apiUrl: string,
    private readonly origin: string,
  ) {
    this.execute = createClient({ url: `${apiUrl}/graphql`, headers: () => this.headers(), fetch: (input, init) => this.fetch(input, init) });
  }

  /** Hands a picture in, as the dashboard does. @returns its id */
  async uploadPicture(picture: Buffer, name: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), name);
    const answer = await this.fetch(`${this.apiUrl}/v1/media`, { method: 'POST', headers: this.headers(), body: form });
    if (!answer.ok) throw new Error(`The picture ${name} was not taken (${answer.status}): ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    return id;
  }

  private headers(): Record<string, string> {
    return { origin: this.origin, ...(this.cookie ? { cookie: this.cookie } : {}), ...(this.workspaceId ? { 'lynkify-workspace': this.workspaceId } : {}) };
  }

  private async fetch(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
    const answer = await fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(20_000) });
    const given = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (given.length > 0) this.cookie = given.join('; ');
    return answer;
  }
}
