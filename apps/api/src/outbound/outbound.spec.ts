import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SettingsError } from '@lynkify/domain';
import { type Internet, startInternet } from '@lynkify/testing';
import { closeAll, newOutbound, outcome, settingsFrom } from '../testing/outbound.js';
import type { Outbound } from './outbound.js';

afterEach(closeAll);

describe('a request to the internet', () => {
  let internet: Internet;
  let outbound: Outbound;
  beforeEach(async () => {
    internet = await startInternet();
    outbound = newOutbound({ ...internet.settings, LOOKUP_CONTACT: 'ops@label.example' });
  });
  afterEach(() => internet.stop());

  it('is answered over TLS and without, and says who asks and how to reach them', async () => {
    internet.site('api.example.org', ({ url }) => ({ status: 203, body: { asked: url.href } }));

    for (const scheme of ['https', 'http']) {
      const answer = await outbound.request({ url: `${scheme}://api.example.org/a?b=c#d` });
      expect([answer.status, answer.text()]).toEqual([203, `{"asked":"${scheme}://api.example.org/a?b=c"}`]);
    }
    expect(internet.requests[0]?.headers['user-agent']).toBe('Lynkify/1.0 ( ops@label.example )');
  });

  it('does not believe a certificate that nobody vouches for, nor one of another host', async () => {
    internet.site('api.example.org', () => ({}));
    const { OUTBOUND_HOSTS } = internet.settings;
    expect(await outcome(newOutbound({ OUTBOUND_HOSTS }), 'https://api.example.org/')).toBe('UNREACHABLE');
    expect(internet.requests).toEqual([]);
  });

  it('unpacks gzip and brotli', async () => {
    for (const [encoding, pack] of [['gzip', gzipSync], ['br', brotliCompressSync]] as const) {
      internet.site('packed.example.org', () => ({ headers: { 'content-encoding': encoding }, body: pack('Liberté') }));
      expect((await outbound.request({ url: 'https://packed.example.org/' })).text()).toBe('Liberté');
    }
  });

  it('reads a text in the character set that it names', async () => {
    internet.site('old.example.org', () => ({ headers: { 'content-type': 'text/html' }, body: Buffer.from('<meta charset="windows-1252"><p>Caf\xe9 \x80', 'latin1') }));
    expect((await outbound.request({ url: 'http://old.example.org/' })).text()).toContain('Café €');
  });

  it('follows redirects, tells the way, and leaves at each host what was meant for the one before', async () => {
    internet.site('short.example.org', () => ({ status: 301, headers: { location: 'http://a.example.org/x' } }));
    internet.site('a.example.org', ({ url }) => (url.pathname === '/x' ? { status: 302, headers: { location: '/y#part' } } : { status: 307, headers: { location: 'https://b.example.org/' } }));
    internet.site('b.example.org', () => ({ body: 'here' }));

    const answer = await outbound.request({ url: 'https://short.example.org/', headers: { Authorization: 'Bearer secret', Cookie: 'a=b', 'X-Api-Key': 'secret', 'Accept-Language': 'de' } });

    expect(answer).toMatchObject({ status: 200, url: 'https://b.example.org/', passed: ['https://short.example.org/', 'http://a.example.org/x', 'http://a.example.org/y'] });
    const [first, ...others] = internet.requests;
    expect(first?.headers).toMatchObject({ authorization: 'Bearer secret', 'x-api-key': 'secret', 'accept-language': 'de' });
    for (const { headers } of others) {
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']));
      expect([headers.cookie, headers['x-api-key'], headers['accept-language']]).toEqual([undefined, undefined, 'de']);
    }
  });

  it('takes a redirect for an answer where none is to be followed, and ends where they never end', async () => {
    internet.site('loop.example.org', ({ url }) => ({ status: 302, headers: { location: `/${Number(url.pathname.slice(1)) + 1}` } }));
    expect(await outcome(outbound, { url: 'https://loop.example.org/0', redirects: 0 })).toBe(302);
    expect(await outcome(outbound, 'https://loop.example.org/0')).toBe('TOO_MANY_REDIRECTS');
    expect(await outcome(outbound, { url: 'https://loop.example.org/0', method: 'POST', body: 'a' })).toBe(302);
  });

  it.each([
    ['http://127.0.0.1/', 'FORBIDDEN_ADDRESS'],
    ['http://169.254.169.254/latest/meta-data/', 'FORBIDDEN_ADDRESS'],
    ['http://[::ffff:10.0.0.1]/', 'FORBIDDEN_ADDRESS'],
    ['https://other.example.org:8443/', 'FORBIDDEN_ADDRESS'],
    ['https://user:password@other.example.org/', 'BAD_URL'],
    ['file:///etc/passwd', 'BAD_URL'],
    ['gopher://other.example.org/', 'BAD_URL'],
    ['javascript:alert(1)', 'BAD_URL'],
  ])('does not follow a redirect to %s', async (location, code) => {
    internet.site('other.example.org', () => ({}));
    internet.site('bad.example.org', () => ({ status: 302, headers: { location } }));
    expect(await outcome(outbound, 'https://bad.example.org/')).toBe(code);
    expect(internet.requests).toHaveLength(1);
  });

  it('stops at the size that was asked for, however small it came', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    internet.site('bomb.example.org', () => ({ headers: { 'content-encoding': 'gzip' }, body: bomb }));
    const memory = process.memoryUsage().arrayBuffers;
    expect(await outcome(outbound, 'https://bomb.example.org/')).toBe('TOO_LARGE');
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(32 * 1024 * 1024);

    internet.site('nested.example.org', () => ({ headers: { 'content-encoding': 'gzip, gzip, gzip' }, body: gzipSync(gzipSync(bomb)) }));
    expect(await outcome(outbound, 'https://nested.example.org/')).toBe('BROKEN_ANSWER');

    internet.site('long.example.org', () => ({ body: 'x'.repeat(5_000) }));
    expect(await outcome(outbound, { url: 'https://long.example.org/', maxBytes: 4_999 })).toBe('TOO_LARGE');
    expect(await outcome(outbound, { url: 'https://long.example.org/', maxBytes: 5_000 })).toBe(200);
    expect((await outbound.request({ url: 'https://long.example.org/', maxBytes: 10, longer: 'cut' })).text()).toBe('xxxxxxxxxx');
  });

  it('ends when whoever asked does not want it any more', async () => {
    internet.site('slow.example.org', () => ({ delayMs: 60_000 }));
    const wanted = new AbortController();
    const asked = outcome(outbound, { url: 'https://slow.example.org/', signal: wanted.signal }).catch((error: unknown) => error);
    wanted.abort(new Error('not wanted'));
    expect(await asked).toEqual(new Error('not wanted'));
  });
});

it('settings that are wrong are told, all at once', () => {
  expect(() => settingsFrom({ OUTBOUND_HOSTS: 'a=b, *=127.0.0.1:443', OUTBOUND_ALLOW: '10.0.0.0', OUTBOUND_CA: '/no/such/file' })).toThrow(SettingsError);
  expect(() => settingsFrom({ OUTBOUND_HOSTS: 'a=b' })).toThrow(/“a=b”/u);
});
