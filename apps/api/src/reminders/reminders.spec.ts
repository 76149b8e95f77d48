import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { until, type ReceivedMail } from '@lynkify/testing';
import { eventIdAt, ship } from '../testing/audience.js';
import { ArchiveRelease, publish, UnpublishRelease, UpdateRelease } from '../testing/catalogue.js';
import { aReminder, announce, dayFromNow, seedReminders, type AnnouncedRelease } from '../testing/reminders.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';
import { ReleaseDayService } from './release-day.service.js';

const ConfirmReminder = graphql(`mutation ConfirmReminder($input: ConfirmReminderInput!) { confirmReminder(input: $input) { reminder { releaseTitle artistCredit path platforms platform isOut } userErrors { code } } }`);
const CancelReminder = graphql(`mutation CancelReminder($input: CancelReminderInput!) { cancelReminder(input: $input) { reminder { path } userErrors { code } } }`);
const ReminderByLink = graphql(`query ReminderByLink($token: String!) { reminderByLink(token: $token) { releaseTitle platforms platform isOut } }`);
const Unsubscribe = graphql(`mutation UnsubscribeReminded($input: OptInAnswerInput!) { unsubscribeByLink(input: $input) { userErrors { code } } }`);
const Counts = graphql(`query ReminderCounts($id: ID!) { release(id: $id) { reminder { on consentText version } reminders { asked confirmed sent refused } } }`);
const SetReminder = graphql(`mutation SetReminder($input: UpdateReleaseInput!) { updateRelease(input: $input) { release { reminder { on consentText version } hasUnpublishedChanges } userErrors { code path } } }`);
const FanOf = graphql(`query RemindedFan($search: String!) { fans(filter: { search: $search }) { nodes { verifiedAt unsubscribedAt source { label } consents { purpose action method wording } history { kind label } } } }`);

describe('reminders', () => {
  let api: TestApi;
  let world: World;
  beforeAll(async () => {
    api = await startTestApi({ MAIL_RATE: '1000' });
    world = await seedWorkspace(api);
  });
  afterAll(() => api.stop());

  const someone = () => `${unique()}@example.org`;
  const sender = () => api.app.get(ReleaseDayService);
  const mailsTo = (email: string, subject = 'is out') => api.mailbox.mails.filter((mail) => mail.to.includes(email) && mail.subject.includes(subject));
  const counts = async ({ releaseId }: AnnouncedRelease) => (await world.owner.run(Counts, { id: releaseId })).release?.reminders;
  const tokenIn = (mail: ReceivedMail, road: string) => mail.links.find((link) => link.startsWith(`${api.environment.publicPagesUrl}/${road}/`))?.split('/').at(-1) ?? '';
  const ask = async (release: AnnouncedRelease, email: string, more = {}) => {
    await ship(api, [aReminder(release, email, more)]);
    const mail = await api.mailbox.take(email);
    return { mail, confirmToken: tokenIn(mail, 'confirm/reminder'), cancelToken: tokenIn(mail, 'unsubscribe/reminder') };
  };
  const confirm = async (token: string, platform?: string) => (await world.renderer.run(ConfirmReminder, { input: { token, platform } })).confirmReminder;
  /** Somebody asked and confirmed. */
  const reminded = async (release: AnnouncedRelease, more = {}, platform?: string) => {
    const email = someone();
    const { confirmToken } = await ask(release, email, more);
    expect((await confirm(confirmToken, platform)).userErrors).toEqual([]);
    return email;
  };

  it('lead from the form over the mail to one mail on release day, whose first button is the platform that the fan prefers', async () => {
    const release = await announce(api, world);
    const email = someone();
    const event = aReminder(release, email, { platform: 'deezer', locale: 'de', channel: 'instagram-bio', consentText: 'Eine E-Mail, sonst nichts.' });
    await ship(api, [event, event]);
    const asking = await api.mailbox.take(email);
    expect(asking.subject).toBe('Bitte bestätigen: Erinnerung an „Die With A Smile“');
    expect(asking.text).toContain('„Eine E-Mail, sonst nichts.“');
    expect(asking.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
    const token = tokenIn(asking, 'confirm/reminder');
    expect((await world.renderer.run(ReminderByLink, { token })).reminderByLink).toEqual({ releaseTitle: 'Die With A Smile', platforms: ['spotify', 'deezer'], platform: 'deezer', isOut: false });
    for (let time = 0; time < 2; time += 1) expect(await confirm(token)).toMatchObject({ reminder: { path: release.path, platform: 'deezer', isOut: false }, userErrors: [] });

    await sender().sendDue();
    expect(mailsTo(email, 'ist da')).toHaveLength(0);
    expect(await counts(release)).toEqual({ asked: 1, confirmed: 1, sent: 0, refused: 0 });
    await release.momentComes();
    for (let time = 0; time < 2; time += 1) await sender().sendDue();

    const [mail, ...others] = mailsTo(email, 'ist da');
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('„Die With A Smile“ ist da');
    const pages = api.environment.publicPagesUrl;
    expect(mail?.links.slice(0, 3)).toEqual([`${pages}${release.path}/go/deezer?via=reminder`, `${pages}${release.path}/go/spotify?via=reminder`, `${pages}${release.path}?via=reminder`]);
    expect(mail?.html).toContain('Hören auf Deezer');
    expect(mail?.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
    expect(await counts(release)).toEqual({ asked: 1, confirmed: 1, sent: 1, refused: 0 });
  });

  it('put a fan into the CRM without consent to news, and keep what is known of one', async () => {
    const release = await announce(api, world, 'Quiet');
    const email = await reminded(release, { channel: 'tiktok-bio' });
    const { fans } = await world.owner.run(FanOf, { search: email });
    expect(fans.nodes[0]).toMatchObject({ verifiedAt: null, unsubscribedAt: null, source: { label: 'Smart link of Quiet · TikTok bio' } });
    expect(fans.nodes[0]?.consents.map(({ purpose, action, method }) => [purpose, action, method])).toEqual([['release-reminder', 'given', 'form'], ['release-reminder', 'confirmed', 'confirmation-link']]);
    expect(fans.nodes[0]?.history.map(({ label }) => label)).toEqual(['Asked to be reminded of Quiet', 'Confirmed the reminder']);
    expect(await api.sql(`select kind from events where workspace_id = $1 and release_id = $2`, [world.workspaceId, release.releaseId])).toEqual([]);

    const other = await announce(api, world, 'Second');
    await ask(other, email, { channel: 'qr' });
    expect((await world.owner.run(FanOf, { search: email })).fans.nodes[0]?.source.label).toBe('Smart link of Quiet · TikTok bio');
  });

  it('take the platform that is picked while confirming; where the page does not have it, the artist’s order holds', async () => {
    const release = await announce(api, world);
    const [picked, unknown, nothing] = [await reminded(release, { platform: 'spotify' }, 'deezer'), await reminded(release, { platform: 'tidal' }), await reminded(release, {}, 'no-platform')];
    await release.momentComes();
    await sender().sendDue();
    const first = (email: string) => /\/go\/(\w+)/u.exec(mailsTo(email)[0]?.links[0] ?? '')?.[1];
    expect([first(picked), first(unknown), first(nothing)]).toEqual(['deezer', 'spotify', 'spotify']);
  });

  it('follow the date that the public page names, and wait while there is no page', async () => {
    const release = await announce(api, world);
    const email = await reminded(release);
    await world.owner.run(UpdateRelease, { input: { releaseId: release.releaseId, releaseDate: dayFromNow(-1) } });
    await sender().sendDue();
    expect(mailsTo(email)).toHaveLength(0);
    await release.moveTo(dayFromNow(20));
    await release.moveTo(null);
    await sender().sendDue();
    expect(mailsTo(email)).toHaveLength(0);

    await release.moveTo(dayFromNow(3));
    await world.owner.run(UnpublishRelease, { input: { releaseId: release.releaseId } });
    await api.sql(`update releases set release_date = current_date - 2 where id = $1`, [release.releaseId]);
    await sender().sendDue();
    expect(mailsTo(email)).toHaveLength(0);
    await publish(world.owner, release.releaseId);
    await sender().sendDue();
    await release.moveTo(dayFromNow(5));
    await release.moveTo(dayFromNow(-1));
    await sender().sendDue();
    expect(mailsTo(email)).toHaveLength(1);

    const archived = await announce(api, world);
    const nobody = await reminded(archived);
    await world.owner.run(ArchiveRelease, { input: { releaseId: archived.releaseId } });
    await sender().sendDue();
    const old = await announce(api, world);
    const tooLate = await reminded(old);
    await old.moveTo(dayFromNow(-31));
    await sender().sendDue();
    expect([mailsTo(nobody), mailsTo(tooLate)]).toEqual([[], []]);
  });

  it('reach who confirms after the moment at once', async () => {
    const release = await announce(api, world);
    const email = someone();
    const { confirmToken } = await ask(release, email);
    await release.momentComes();
    expect(await confirm(confirmToken)).toMatchObject({ reminder: { isOut: true } });
    expect((await api.mailbox.take(email)).subject).toContain('is out');
    await confirm(confirmToken);
    await sender().sendDue();
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('can be called off until the mail has left, by their own link or by leaving altogether, and asked for again', async () => {
    const release = await announce(api, world);
    const called = someone();
    const first = await ask(release, called);
    await confirm(first.confirmToken);
    for (let time = 0; time < 2; time += 1) expect((await world.renderer.run(CancelReminder, { input: { token: first.cancelToken, oneClick: true } })).cancelReminder).toEqual({ reminder: { path: release.path }, userErrors: [] });
    expect(await confirm(first.confirmToken)).toMatchObject({ reminder: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    const left = await reminded(release);
    const again = await reminded(release);
    const [fan] = await api.sql<{ id: string }>(`select id from fans where workspace_id = $1 and email = $2`, [world.workspaceId, left]);
    await ship(api, [aReminder(release, left)]);
    await api.sql(`update reminders set mail_ordered_at = mail_ordered_at - interval '11 minutes' where workspace_id = $1`, [world.workspaceId]);
    const other = await announce(api, world, 'Other');
    const leaving = await reminded(other);
    await other.momentComes();
    await sender().sendDue();
    const token = tokenIn(mailsTo(leaving)[0] ?? { to: [], subject: '', text: '', html: '', headers: new Map(), links: [] }, 'unsubscribe');
    expect((await world.renderer.run(Unsubscribe, { input: { token } })).unsubscribeByLink.userErrors).toEqual([]);
    await api.sql(`update reminders set cancelled_at = now() where fan_id = $1`, [fan?.id]);

    await ship(api, [aReminder(release, called)]);
    await api.mailbox.take(called);
    await release.momentComes();
    await sender().sendDue();
    expect([mailsTo(called), mailsTo(left), mailsTo(again)].map(({ length }) => length)).toEqual([0, 0, 1]);
    expect((await world.owner.run(FanOf, { search: leaving })).fans.nodes[0]?.unsubscribedAt).not.toBeNull();
  });

  it('ask once in ten minutes and three times in all, and nobody who confirmed; an erased fan gets nothing', async () => {
    const release = await announce(api, world);
    const email = someone();
    const batch = [aReminder(release, email)];
    await Promise.all(Array.from({ length: 4 }, () => ship(api, batch)));
    const ordered = async () => (await api.sql<{ mail_count: number }>(`select mail_count from reminders m join fans f on f.id = m.fan_id where f.email = $1`, [email])).map((row) => row.mail_count);
    expect(await ordered()).toEqual([1]);
    for (let time = 0; time < 4; time += 1) {
      await api.sql(`update reminders set mail_ordered_at = mail_ordered_at - interval '11 minutes' where release_id = $1`, [release.releaseId]);
      await ship(api, [aReminder(release, email)]);
    }
    expect(await ordered()).toEqual([3]);
    const erased = await reminded(release);
    await api.sql(`delete from fans where email = $1`, [erased]);
    await release.momentComes();
    await sender().sendDue();
    expect([mailsTo(email), mailsTo(erased)]).toEqual([[], []]);
  });

  it('take answers from the spool, and put aside what belongs to no release', async () => {
    const release = await announce(api, world);
    const email = someone();
    const { confirmToken, cancelToken } = await ask(release, email);
    const at = (ms: number) => ({ id: eventIdAt(ms), at: new Date(ms).toISOString() });
    const receipt = await ship(api, [
      { kind: 'confirm-reminder', ...at(Date.now()), token: confirmToken, platform: 'deezer' },
      { kind: 'cancel-reminder', ...at(Date.now() - 60_000), token: cancelToken },
      aReminder({ ...release, releaseId: crypto.randomUUID() }, someone()),
      aReminder(release, someone(), { audience: 'bot', visitor: null }),
    ]);
    expect(receipt).toMatchObject({ stored: 3, rejected: [{ line: 3, reason: 'RELEASE_GONE' }] });
    expect(await counts(release)).toEqual({ asked: 1, confirmed: 1, sent: 0, refused: 0 });
    expect(await confirm(`${confirmToken.slice(0, -2)}AA`)).toMatchObject({ userErrors: [{ code: 'TOKEN_INVALID' }] });
    expect(await confirm(cancelToken)).toMatchObject({ userErrors: [{ code: 'TOKEN_INVALID' }] });
  });

  it('reach everyone exactly once, although two send at the same time and the database goes away in the middle of it', async () => {
    const release = await announce(api, world, 'Crowded');
    await seedReminders(api, release, 100);
    await release.momentComes();
    const got = () => api.mailbox.mails.filter(({ subject }) => subject.includes('Crowded'));
    const sending = Promise.allSettled([sender().sendDue(), sender().sendDue()]);
    for (const many of [10, 50]) {
      await until(() => Promise.resolve(got().length >= many), 20_000);
      await api.sql(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
      await Promise.race([sending, until(() => Promise.resolve(got().length > many), 500).catch(() => undefined)]);
      // Whoever was taken and not written to waits its time.
      await api.sql(`update reminders set try_at = null where release_id = $1 and sent_at is null`, [release.releaseId]);
      void sender().sendDue().catch(() => undefined);
    }
    await sending;
    await until(async () => {
      await api.sql(`update reminders set try_at = null where release_id = $1 and sent_at is null and try_at > now() + interval '1 second'`, [release.releaseId]);
      await sender().sendDue().catch(() => undefined);
      return (await api.sql(`select 1 from reminders where release_id = $1 and sent_at is null`, [release.releaseId])).length === 0;
    }, 20_000);
    await until(() => Promise.resolve(got().length >= 100), 5_000);
    expect(new Set(got().flatMap(({ to }) => to)).size).toBe(100);
    expect(got()).toHaveLength(100);
  });

  it('are switched off and reworded as part of the release, and the page follows when it is published', async () => {
    const release = await announce(api, world);
    const set = async (reminder: { on?: boolean; consentText?: string }) => (await world.owner.run(SetReminder, { input: { releaseId: release.releaseId, reminder } })).updateRelease;
    expect(await set({ consentText: 'One mail. ' })).toEqual({ release: { reminder: { on: true, consentText: 'One mail.', version: 2 }, hasUnpublishedChanges: true }, userErrors: [] });
    await publish(world.owner, release.releaseId);
    const shown = async () => (await api.sql<{ reminder: unknown }>(`select document->'reminder' as reminder from published_pages where path = $1`, [release.path]))[0]?.reminder;
    expect(await shown()).toEqual({ consentText: 'One mail.', version: 2 });
    await set({ on: false });
    await publish(world.owner, release.releaseId);
    expect(await shown()).toBeNull();
    expect(await set({ consentText: 'x'.repeat(601) })).toMatchObject({ release: null, userErrors: [{ code: 'REMINDER_TEXT_TOO_LONG', path: ['reminder', 'consentText'] }] });
  });
});
