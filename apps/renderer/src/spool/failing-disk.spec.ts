import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { smartLink } from '../../testing/documents.js';
import { MountNamespace } from '../../testing/mount-namespace.js';
import { createWorld, desktop, type World } from '../../testing/renderer-process.js';

let folder: string;
let mounts: MountNamespace;
let world: World;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lynkify-disk-'));
  mounts = await MountNamespace.open();
  world = await createWorld({ SPOOL_DIR: mounts.path(folder) });
  world.api.publish('/lady-gaga/disk', smartLink('disk'));
  await world.renderer.askUntil('/lady-gaga/disk', ({ status }) => status === 200, 5_000, { method: 'HEAD', headers: { 'user-agent': 'curl' } });
});
afterEach(async () => {
  await world.close();
  await mounts.close();
  rmSync(folder, { recursive: true });
});

const nextSegment = () => join(folder, '000000000001.ndjson');
/** The next segment is a file of the system on which a write fails in this way. */
const writesTo = (file: string) => ({
  fail: () => Promise.resolve(symlinkSync(file, nextSegment())),
  mend: () => Promise.resolve(rmSync(nextSegment())),
});

/** Each the real answer of the kernel to the real call; a quota that is used up (EDQUOT) takes a kernel with quotas. */
const disks = {
  'that is full': { code: 'ENOSPC', ...writesTo('/dev/full') },
  // Nothing is ever mapped at the address to which this writes.
  'that fails': { code: 'EIO', ...writesTo('/proc/self/mem') },
  'that was made read-only': {
    code: 'EROFS',
    fail: () => mounts.run(`mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder}`),
    mend: () => mounts.run(`umount ${folder}`),
  },
};

interface SpoolHealth {
  lost: number;
  lostByKind: Record<string, number>;
  pendingEvents: number;
}

const health = async () => JSON.parse((await world.renderer.ask('/healthz')).text) as { spool: SpoolHealth; shipper: { pid: number } };
const spool = async () => (await health()).spool;
const click = (id: string) => world.renderer.ask('/lady-gaga/disk/go/spotify', { headers: { referer: `https://${id}.example/` } });
const visit = () => world.renderer.ask('/lady-gaga/disk', { headers: { 'user-agent': desktop } });

describe.each(Object.entries(disks))('a spool on a disk %s', (_, { code, fail, mend }) => {
  it('stops no redirect; what is lost is counted exactly and said why; it goes on by itself', async () => {
    const { spool: { lost: before }, shipper } = await health();
    // These files can be read without an end, or not at all, which no disk's can: whoever ships is kept from looking.
    process.kill(shipper.pid, 'SIGSTOP');
    await fail();

    const clicks = await Promise.all(Array.from({ length: 20 }, (_, index) => click(`lost-${index}`)));
    const pages = await Promise.all(Array.from({ length: 7 }, visit));
    const t = /name="t" value="([^"]+)"/u.exec(pages[0]?.text ?? '')?.[1] ?? '';
    const joining = await world.renderer.ask('/lady-gaga/disk/join', { form: { email: 'fan@example.com', consent: 'yes', t } });
    const lost = { visit: 7, click: 20, capture: 1, confirm: 0, unsubscribe: 0 };

    expect(clicks.map(({ status }) => status)).toEqual(clicks.map(() => 302));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    // An email that cannot be kept is not taken, and stays in its field.
    expect({ status: joining.status, kept: joining.text.includes('value="fan@example.com"') }).toEqual({ status: 503, kept: true });
    expect({ before, ...(await spool()) }).toMatchObject({ before: 0, lost: 28, lostByKind: lost, pendingEvents: 0 });
    expect(world.renderer.log.filter(({ msg }) => msg === 'the spool cannot be written: events are being lost')).toEqual([expect.objectContaining({ reason: expect.stringContaining(code) })]);
    expect((await world.renderer.ask('/readyz')).status).toBe(503);

    await mend();
    process.kill(shipper.pid, 'SIGCONT');
    await click('after');
    await world.api.until('the click arrived', () => world.api.ofKind('click').length > 0);

    expect(world.api.ofKind('click').map(({ referrerHost }) => referrerHost)).toEqual(['after.example']);
    expect(await spool()).toMatchObject({ lost: 28, lostByKind: lost });
    expect((await world.renderer.ask('/readyz')).status).toBe(200);
    await world.restart();
    expect(await spool()).toMatchObject({ lost: 28, lostByKind: lost });
  });
});
