import { browser } from './fans.js';

/** Milliseconds that an answer may take. */
const patience = 15_000;

/** Somebody who has a page open in front of them, and sends its form later. */
export class OpenForm {
  private constructor(
    private readonly address: string,
    private readonly headers: Record<string, string>,
    private stamp: string,
  ) {}

  static async open(url: string, path: string, fanAddress: string): Promise<OpenForm> {
    const address = `${url}${path}`;
    const headers = { ...browser, 'x-forwarded-for': fanAddress };
    const html = await (await fetch(address, { headers, signal: AbortSignal.timeout(patience) })).text();
    return new OpenForm(address, headers, stampOf(html) ?? '');
  }

  /** Sends it, and once more when the page comes back with everything in it and asks for that. @returns the last status */
  async send(email: string): Promise<number> {
    const post = () => fetch(`${this.address}/join`, { method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(patience), headers: { ...this.headers, origin: new URL(this.address).origin }, body: new URLSearchParams({ email, consent: 'yes', website: '', t: this.stamp }) });
    const first = await post();
    const html = await first.text();
    const stamp = stampOf(html);
    if (first.status !== 422 || stamp === undefined || !html.includes(email)) return first.status;
    this.stamp = stamp;
    const second = await post();
    await second.arrayBuffer();
    return second.status;
  }
}

const stampOf = (html: string) => /name="t" value="([^"]+)"/u.exec(html)?.[1];
