import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Installation, isRunning, until, type Run } from '@lynkify/testing';
import { productAt, type Product } from './environment.js';
import { linkIn, mailTo } from './mails.js';
import { desktop, phone, unique } from './people.js';
import { realRelease } from './real-releases.js';
import { formOf, postForm, publishRelease, seedArtist, type Artist } from './world.js';

/** Milliseconds; a program that was killed is started again within a few seconds, on a busy machine later. */
const patience = 60_000;
const lockdown = realRelease('paak-lockdown-remix');

/** Fans who come to one page; remembers what they were told. */
class Traffic {
  sent = 0;
  acknowledged = 0;
  /** Of the last wave: how many got no answer, or a wrong one. */
  unanswered = 0;
  readonly joined: string[] = [];

  constructor(
    private readonly address: string,
    private readonly form: URLSearchParams,
  ) {}

  /** Some fans look, go on, and join, all at once. What gets no answer is not acknowledged. */
  async wave(): Promise<void> {
    const settled = await Promise.allSettled([...Array.from({ length: 30 }, () => this.look()), ...Array.from({ length: 40 }, () => this.click()), ...Array.from({ length: 4 }, () => this.join())]);
    this.unanswered = settled.filter(({ status }) => status === 'rejected').length;
  }

  private async look(): Promise<void> {
    // On another device than the one that joins: who sends the form a moment after they came is taken for a program.
    const answer = await fetch(this.address, { headers: { 'user-agent': desktop.userAgent }, signal: AbortSignal.timeout(5_000) });
    if (!(await answer.text()).includes(lockdown.title)) throw new Error(`The page answers ${answer.status}.`);
  }

  private async click(): Promise<void> {
    this.sent += 1;
    const answer = await fetch(`${this.address}/go/spotify`, { redirect: 'manual', headers: { 'user-agent': phone.userAgent }, signal: AbortSignal.timeout(5_000) });
    if (answer.status !== 302) throw new Error(`The click answers ${answer.status}.`);
    this.acknowledged += 1;
  }

  private async join(): Promise<void> {
    const email = `${unique('fan')}@example.com`;
    const status = await postForm(this.address, this.form, email);
    if (status !== 303) throw new Error(`The form answers ${status}.`);
    this.joined.push(email);
  }
}

describe('what a fan did', () => {
  let installation: Installation;
  let run: Run;
  let product: Product;
  let artist: Artist;
  let traffic: Traffic;
  beforeAll(async () => {
    installation = await Installation.make();
    run = installation.start('--empty');
    await run.served(patience);
    product = productAt(installation.ports);
    artist = await seedArtist(product, lockdown.artist);
    const { address } = await publishRelease(artist, { title: lockdown.title, links: Object.values(lockdown.urls) });
    traffic = new Traffic(address, await formOf(address));
  }, 90_000);
  afterAll(async () => {
    await artist?.leave();
    await installation.remove();
  });

  const kill = (program: string, signal: NodeJS.Signals = 'SIGKILL') => process.kill(installation.processes()[program] ?? 0, signal);
  const ready = () => until(async () => (await installation.status('api', '/readyz')) === 200 && (await installation.status('pages', '/readyz')) === 200, patience);
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const clicks = async () => (await artist.ask<{ numbers: { clicks: number } }>('query Clicks($from: Date!, $to: Date!) { numbers(from: $from, to: $to) { clicks } }', { from: day(-1), to: day(1) })).numbers.clicks;
  const fans = async () => (await artist.ask<{ fans: { nodes: { email: string; verifiedAt: string | null }[] } }>('{ fans(first: 100) { nodes { email verifiedAt } } }')).fans.nodes;

  it('goes on and is counted once when the API hangs, the API dies or PostgreSQL dies under it', async () => {
    await traffic.wave();
    expect(traffic.unanswered).toBe(0);
    const [first = ''] = traffic.joined;
    const confirmation = linkIn(await mailTo(product, first, /Please confirm/u), '/confirm/');

    kill('The API', 'SIGSTOP');
    await traffic.wave();
    expect(traffic.unanswered).toBe(0);
    const noted = await fetch(confirmation, { method: 'POST', headers: { origin: product.pagesUrl }, signal: AbortSignal.timeout(10_000) });
    expect({ status: noted.status, said: /Noted/u.test(await noted.text()) }).toEqual({ status: 200, said: true });
    kill('The API', 'SIGCONT');
    await ready();

    kill('PostgreSQL');
    await traffic.wave();
    expect(traffic.unanswered).toBe(0);
    await ready();

    kill('The API');
    await traffic.wave();
    expect(traffic.unanswered).toBe(0);
    await ready();

    await until(async () => (await clicks()) >= traffic.acknowledged && (await fans()).length >= traffic.joined.length && (await fans()).some(({ verifiedAt }) => verifiedAt !== null), patience);
    expect(await clicks()).toBe(traffic.acknowledged);
    const known = await fans();
    expect(known.map(({ email }) => email).sort()).toEqual([...traffic.joined].sort());
    expect(known.filter(({ verifiedAt }) => verifiedAt !== null).map(({ email }) => email)).toEqual([first]);
  }, 120_000);

  it('is there when the page server or the launcher was killed in the middle of it', async () => {
    await Promise.all([traffic.wave(), Promise.resolve().then(() => kill('The page server'))]);
    await ready();
    await traffic.wave();
    expect(traffic.unanswered).toBe(0);

    const programs = Object.values(installation.processes());
    await Promise.all([traffic.wave(), run.stop('SIGKILL')]);
    await until(() => !programs.some(isRunning), patience);
    run = installation.start('--empty');
    await run.served(patience);
    await traffic.wave();
    expect(traffic.unanswered).toBe(0);

    await until(async () => (await clicks()) >= traffic.acknowledged && (await fans()).length >= traffic.joined.length, patience);
    // A click that was written and then got no answer, since its answerer was killed, counts too; none counts twice.
    expect(await clicks()).toBeLessThanOrEqual(traffic.sent);
    const emails = (await fans()).map(({ email }) => email);
    expect(emails).toEqual(expect.arrayContaining(traffic.joined));
    expect(new Set(emails).size).toBe(emails.length);
  }, 150_000);
});
