import { describe, expect, it } from '@jest/globals';
import { agentFacts, audienceOf } from './agents.js';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit}`;

describe('an agent string', () => {
  it.each([
    ['Safari on a phone', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 'person', 'phone'],
    ['Chrome on a phone', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'person', 'phone'],
    ['Chrome on a tablet', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'person', 'tablet'],
    ['an iPad that says so', `Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) ${webkit} Version/16.6 Mobile/15E148 Safari/604.1`, 'person', 'tablet'],
    ['Firefox on a desktop', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'person', 'desktop'],
    ['Instagram\'s own browser', `${iphone} Mobile/22F76 Instagram 390.0.0.28.85 (iPhone14,5; iOS 18_5)`, 'person', 'phone'],
    ['Facebook\'s own browser', `${iphone} Mobile/22F76 [FBAN/FBIOS;FBAV/520.0.0.38.101]`, 'person', 'phone'],
    ['Pinterest\'s own browser', `${iphone} Mobile/22F76 [Pinterest/iOS]`, 'person', 'phone'],
    ['KakaoTalk\'s own browser', `${iphone} Mobile/22F76 KAKAOTALK 25.5.0`, 'person', 'phone'],
    ['Line\'s own browser', `${iphone} Mobile/22F76 Safari Line/15.8.0`, 'person', 'phone'],
    ['TikTok\'s own browser', `${iphone} Mobile/22F76 musical_ly_39.5.0 BytedanceWebview/d8a21c6`, 'person', 'phone'],
    ['Facebook\'s preview', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'preview', 'other'],
    ['Apple\'s preview', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0', 'preview', 'desktop'],
    ['WhatsApp\'s preview', 'WhatsApp/2.2587.9 N', 'preview', 'other'],
    ['Telegram\'s preview', 'TelegramBot (like TwitterBot)', 'preview', 'other'],
    ['Discord\'s preview', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)', 'preview', 'other'],
    ['Slack\'s preview', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'preview', 'other'],
    ['Pinterest\'s preview', 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)', 'preview', 'other'],
    ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'bot', 'other'],
    ['a script', 'curl/8.5.0', 'bot', 'other'],
    ['a browser without a person', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36', 'bot', 'desktop'],
    ['nothing at all', '', 'bot', 'other'],
  ])('of %s', (_, agent, audience, device) => {
    expect(agentFacts(agent)).toEqual({ audience, device });
  });

  it('of endless length is read in no time', () => {
    const began = performance.now();

    agentFacts('Android '.repeat(100_000));

    expect(performance.now() - began).toBeLessThan(200);
  });
});

it.each([
  [{ 'sec-purpose': 'prefetch' }, 'prefetch'],
  [{ 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
  [{ purpose: 'prefetch' }, 'prefetch'],
  [{ 'x-moz': 'prefetch' }, 'prefetch'],
  [{ 'x-purpose': 'preview' }, 'preview'],
  [{}, 'person'],
])('a person\'s browser that sends %j is a %s', (headers, audience) => {
  expect(audienceOf(headers, { audience: 'person', device: 'phone' })).toBe(audience);
});
