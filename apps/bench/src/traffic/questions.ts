import type { Figure } from '../experiment.js';
import { percentile } from '../system/load.js';
import type { System } from '../system/system.js';

interface Question {
  name: string;
  path: string;
  method?: string;
  headers: Record<string, string>;
  body?: string;
}

interface Told {
  name: string;
  status: number;
  /** Milliseconds. */
  took: number;
}

/** So often each is asked at the same time: more than the API has connections. */
const atOnce = 3;

/** One question of each kind that needs the database: GraphQL and REST, by a session, by a renderer, by nobody. */
export class Questions {
  private readonly told: Told[] = [];

  private constructor(
    private readonly apiUrl: string,
    private readonly questions: readonly Question[],
  ) {}

  static async prepare(system: System): Promise<Questions> {
    const { cookie, artistId } = await system.workspace();
    const { url } = system.api;
    const json = { 'content-type': 'application/json', origin: url, 'apollo-require-preflight': '1' };
    const renderer = { authorization: `Bearer ${system.rendererKey}` };
    const graphql = (name: string, headers: Record<string, string>, query: string): Question => ({ name, path: '/graphql', method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ query }) });
    return new Questions(url, [
      graphql('GraphQL by a session', { cookie }, '{ numbers(from: "2026-01-01", to: "2026-01-31") { visits } }'),
      graphql('signing in', {}, 'mutation { signIn(input: { email: "nobody@example.com", password: "nothing at all" }) { userErrors { code } } }'),
      graphql('GraphQL by a renderer', renderer, '{ publishedPage(path: "/nobody") { path } }'),
      { name: 'CSV', path: '/v1/fans.csv', headers: { cookie } },
      { name: 'REST', path: '/v1/releases', method: 'POST', headers: { ...json, cookie }, body: JSON.stringify({ artistId, title: 'Never', links: '' }) },
      { name: 'ingest', path: '/internal/events', method: 'POST', headers: { ...renderer, 'content-type': 'application/x-ndjson' }, body: `${aVisit(artistId)}\n` },
      { name: '/readyz', path: '/readyz', headers: {} },
    ]);
  }

  async askAll(): Promise<void> {
    await Promise.all(Array.from({ length: atOnce }, () => this.questions.map((question) => this.ask(question))).flat());
  }

  /** @param within longest that an answer may take, in milliseconds */
  figures(what: string, within: number): Figure[] {
    const took = this.told.map((one) => one.took).sort((one, other) => one - other);
    const others = this.told.filter(({ status }) => status !== 503);
    const [slowest] = [...this.told].sort((one, other) => other.took - one.took);
    return [
      { name: `${what}: the API’s answers that are not 503`, value: others.length, unit: '', limit: { is: 'exactly', value: 0 }, note: others.length > 0 ? [...new Set(others.map(({ name, status }) => `${name} ${status}`))].slice(0, 4).join(', ') : `of ${took.length}` },
      { name: `${what}: the API’s slowest answer`, value: took.at(-1) ?? 0, unit: 'ms', limit: { is: 'at most', value: within }, note: `${slowest?.name ?? ''}, median ${percentile(took, 0.5).toFixed(0)}` },
    ];
  }

  private async ask({ name, path, method, headers, body }: Question): Promise<void> {
    const began = performance.now();
    const status = await statusOf(`${this.apiUrl}${path}`, { method, headers, body });
    this.told.push({ name, status, took: performance.now() - began });
  }
}

/** 0 when there was no answer. */
async function statusOf(url: string, init: RequestInit): Promise<number> {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    if (['TypeError', 'TimeoutError'].includes((error as Error).name)) return 0;
    throw error;
  }
}

/** Of no workspace: were it ever taken, it would be put aside. */
function aVisit(artistId: string): string {
  const now = Date.now();
  const time = now.toString(16).padStart(12, '0');
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
  return JSON.stringify({ kind: 'visit', id, at: new Date(now).toISOString(), workspaceId: artistId, artistId, releaseId: null, path: '/nowhere', channel: null, referrerHost: null, utm: null, country: null, region: null, city: null, device: 'other', audience: 'bot', visitor: null });
}
