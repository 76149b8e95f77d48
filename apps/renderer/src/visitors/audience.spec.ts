import { describe, expect, it } from '@jest/globals';
import { agentFacts } from './agents.js';
import { audienceOf } from './audience.js';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const silk = 'Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/140.2.1 like Chrome/140.0.0.0 Safari/537.36';
const webview = 'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.7339.51 Mobile Safari/537.36';
const everywhere = { fromServers: false, secure: true };
const amongServers = { fromServers: true, secure: true };
const language = { 'accept-language': 'en' };
const audience = (agent: string, headers: Record<string, string>, surroundings = everywhere) => audienceOf(headers, agentFacts(agent), surroundings);

describe('who is behind a request', () => {
  it.each([
    [{ 'sec-purpose': 'prefetch' }, 'prefetch'],
    [{ 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
    [{ 'sec-purpose': 'prefetch;anonymous-client-ip' }, 'prefetch'],
    [{ purpose: 'prefetch' }, 'prefetch'],
    [{ 'x-moz': 'prefetch' }, 'prefetch'],
    [{ 'x-purpose': 'preview' }, 'preview'],
    [{}, 'person'],
  ])('with a person\'s browser that sends %j is a %s', (headers, expected) => {
    expect(audience(safari, headers)).toBe(expected);
  });

  it('is a scanner when a browser comes from among servers', () => {
    expect(audience(chrome, { ...language, 'sec-fetch-mode': 'navigate', 'sec-ch-ua': '"Chromium";v="140"' }, amongServers)).toBe('scanner');
    expect(audience(safari, language, amongServers)).toBe('scanner');
  });

  it('stays what it says of itself among servers', () => {
    expect(audience('curl/8.5.0', {}, amongServers)).toBe('bot');
    expect(audience('TelegramBot (like TwitterBot)', {}, amongServers)).toBe('preview');
    expect(audience(chrome, { 'sec-purpose': 'prefetch' }, amongServers)).toBe('prefetch');
  });

  it('is a person whose browser is fetched for by servers of its maker', () => {
    expect(audience(silk, language, amongServers)).toBe('person');
  });

  it('is a scanner when Chrome forgot everything that Chrome always sends, though not on a page without TLS', () => {
    expect(audience(chrome, { accept: '*/*' })).toBe('scanner');
    expect(audience(chrome, { accept: '*/*' }, { fromServers: false, secure: false })).toBe('person');
  });

  it.each([['accept-language', 'en'], ['sec-fetch-mode', 'navigate'], ['sec-fetch-dest', 'document'], ['sec-ch-ua', '"Chromium";v="140"']])('is a person as long as Chrome sends %s', (name, value) => {
    expect(audience(chrome, { [name]: value })).toBe('person');
  });

  it.each([
    ['Safari', safari],
    ['a view inside an app', webview],
    ['Instagram', `${webview} Instagram 390.0.0.43.81 Android (34/14)`],
    ['Chrome of long ago', chrome.replace('140', '80')],
    ['Edge', `${chrome} Edg/140.0.0.0`],
    ['Firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ])('is a person with %s, whatever headers are missing', (_, agent) => {
    expect(audience(agent, {})).toBe('person');
  });
});
