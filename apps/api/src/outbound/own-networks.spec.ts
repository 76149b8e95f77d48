import { afterEach, describe, expect, it } from '@jest/globals';
import { startInternet } from '@lynkify/testing';
import { request as send } from 'undici';
import { closeAll, closeLater, leadsTo, newOutbound, outcome, saysOk, settingsFrom, startPort } from '../testing/outbound.js';
import { outboundAgent, type Resolve } from './guarded-agent.js';

afterEach(closeAll);

describe('an address of this machine or its networks', () => {
  it.each([
    'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://017700000001/', 'http://0/', 'http://localhost/', 'http://localhost./', 'http://x.localhost/',
    'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[fe80::1]/', 'http://[fd00:ec2::254]/',
    'http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.0.1/', 'http://169.254.169.254/', 'http://100.64.0.1/', 'http://168.63.129.16/', 'https://127.0.0.1/', 'http://127.0.0.1:5432/', 'http://①②⑦.0.0.1/',
  ])('is not opened: %s', async (url) => {
    expect(await outcome(newOutbound(), url)).toBe('FORBIDDEN_ADDRESS');
    // Where the whole internet stands somewhere else, this machine still is none of it.
    const internet = await startInternet();
    closeLater(() => internet.stop());
    expect(await outcome(newOutbound(internet.settings), url)).toBe('FORBIDDEN_ADDRESS');
    expect(internet.requests).toEqual([]);
  });

  it('is not opened behind a name either, and not even knocked at', async () => {
    const { port, connections } = await startPort(saysOk);
    const agent = outboundAgent(settingsFrom({}), leadsTo('127.0.0.1', '::1'), true);
    closeLater(() => agent.destroy());
    await expect(send(`http://inside.example.org:${port}/`, { dispatcher: agent })).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    expect(connections()).toBe(0);
  });

  it('is not opened when a name that was good leads there the next time, or beside a good one', async () => {
    const good = await startPort(saysOk, { address: '127.0.0.2' });
    // The same port where the name is turned to.
    const inside = await startPort(saysOk, { port: good.port });
    const told = [['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1', '127.0.0.2']];
    const asked: string[] = [];
    const resolve: Resolve = (host, answer) => {
      asked.push(host);
      leadsTo(...(told[asked.length - 1] ?? []))(host, answer);
    };
    const agent = outboundAgent(settingsFrom({ OUTBOUND_ALLOW: '127.0.0.2/32' }), resolve, true);
    closeLater(() => agent.destroy());
    const get = async () => (await send(`http://rebinding.example.org:${good.port}/`, { dispatcher: agent })).body.text();

    expect(await get()).toBe('ok');
    await expect(get()).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    expect(await get()).toBe('ok');
    // One look for each connection: what was looked at is what was connected to.
    expect(asked).toHaveLength(3);
    expect([good.connections(), inside.connections()]).toEqual([2, 0]);
  });

  it('is opened where the settings allow its network', async () => {
    const { port, connections } = await startPort(saysOk);
    const agent = outboundAgent(settingsFrom({ OUTBOUND_ALLOW: '10.0.0.0/8, 127.0.0.0/8' }), leadsTo('127.0.0.1'), true);
    closeLater(() => agent.destroy());
    expect((await send(`http://mirror.example.org:${port}/`, { dispatcher: agent })).statusCode).toBe(200);
    expect(connections()).toBe(1);
  });
});

describe('ports', () => {
  it('are the usual ones, unless the settings name the host', async () => {
    const { port } = await startPort(saysOk);
    const named = newOutbound({ OUTBOUND_HOSTS: `shop.example.org=127.0.0.1:${port}` });
    expect(await outcome(named, 'http://shop.example.org:8080/')).toBe(200);
    expect(await outcome(newOutbound({ OUTBOUND_HOSTS: `*=127.0.0.1:${port}` }), 'http://shop.example.org:8080/')).toBe('FORBIDDEN_ADDRESS');
  });

  it('and networks are the operator’s own business for addresses of the operator, which lead nowhere else', async () => {
    const inside = await startPort((socket) => void socket.end('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\ncontent-length: 0\r\n\r\n'));
    const outbound = newOutbound();
    expect(await outcome(outbound, { url: `http://127.0.0.1:${inside.port}/`, ofOperator: true })).toBe(302);
    expect(await outcome(outbound, `http://127.0.0.1:${inside.port}/`)).toBe('FORBIDDEN_ADDRESS');
    expect(inside.connections()).toBe(1);
  });
});
