import type { ClientCredentials } from './lookup-settings.js';
import { numberAt, textAt } from './read-json.js';
import type { Ask, ServiceAnswer, ServiceCalls } from './service-calls.js';

/** Time before its end in which a token is not used any more. */
const margin = 60_000;

/** The token of an app at a service (OAuth 2.0 client credentials, RFC 6749 section 4.4), fetched once and kept while it lasts. */
export class ClientToken {
  private kept: { token: string; until: number } | null = null;
  private fetching: Promise<string> | null = null;

  constructor(
    private readonly calls: ServiceCalls,
    private readonly url: string,
    private readonly credentials: ClientCredentials,
  ) {}

  /** Asks with the token; once more with a new one where it is not accepted any more. */
  async get(ask: Ask, url: string, accept: string): Promise<ServiceAnswer> {
    const call = async () => {
      const token = await this.token(ask);
      const answer = await ask({ url, headers: { authorization: `Bearer ${token}`, accept } });
      if (answer.status === 401 && this.kept?.token === token) this.kept = null;
      return answer;
    };
    const first = await call();
    return first.status === 401 ? call() : first;
  }

  private token(ask: Ask): Promise<string> {
    if (this.kept && this.kept.until > Date.now()) return Promise.resolve(this.kept.token);
    this.fetching ??= this.askForToken(ask).finally(() => (this.fetching = null));
    return this.fetching;
  }

  private async askForToken(ask: Ask): Promise<string> {
    const { clientId, clientSecret } = this.credentials;
    const { status, json } = await ask({
      url: this.url,
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
      freely: true,
    });
    // Here the error is a text; with the API itself it is an object.
    if (status >= 400) throw this.calls.refused(textAt(json, 'error_description') ?? textAt(json, 'error') ?? `HTTP ${status}`);
    const token = textAt(json, 'access_token');
    if (token === null) throw this.calls.garbage();
    this.kept = { token, until: Date.now() + (numberAt(json, 'expires_in') ?? 300) * 1_000 - margin };
    return token;
  }
}
