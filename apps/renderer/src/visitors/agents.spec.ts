import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import crawlers from 'crawler-user-agents' with { type: 'json' };
import topAgents from 'top-user-agents';
import { agentFacts } from './agents.js';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit}`;
const webview = 'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.7339.51 Mobile Safari/537.36';

/** The file of the package, since what it exports draws single ones at random. */
function recordedAgents(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('user-agents'));
  const records = JSON.parse(readFileSync(join(folder, 'user-agents.json'), 'utf8')) as { userAgent: string }[];
  return [...new Set(records.map(({ userAgent }) => userAgent))];
}

describe('an agent string', () => {
  it.each([
    ['Safari on a phone', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 'person', 'phone'],
    ['Chrome on a phone', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'person', 'phone'],
    ['Chrome on a tablet', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'person', 'tablet'],
    ['an iPad that says so', `Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) ${webkit} Version/16.6 Mobile/15E148 Safari/604.1`, 'person', 'tablet'],
    ['Firefox on a desktop', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'person', 'desktop'],
    ['Edge', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'person', 'desktop'],
    ['a Chromebook', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'person', 'desktop'],
    ['Instagram on an iPhone', `${iphone} Mobile/22F76 Instagram 390.0.0.28.85 (iPhone14,5; iOS 18_5)`, 'person', 'phone'],
    ['Instagram on Android', `${webview} Instagram 390.0.0.43.81 Android (34/14; 480dpi; 1080x2115; samsung; SM-S918B; dm3q; qcom; en_US; 789012345)`, 'person', 'phone'],
    ['Threads', `${iphone} Mobile/22F76 Barcelona 390.0.0.28.85 (iPhone14,5; iOS 18_5; en_US)`, 'person', 'phone'],
    ['Facebook on an iPhone', `${iphone} Mobile/22F76 [FBAN/FBIOS;FBAV/520.0.0.38.101]`, 'person', 'phone'],
    ['Facebook on Android', `${webview} [FB_IAB/FB4A;FBAV/520.0.0.38.101;]`, 'person', 'phone'],
    ['Messenger', `${iphone} Mobile/22F76 [FBAN/MessengerForiOS;FBAV/520.0.0.38.101]`, 'person', 'phone'],
    ['TikTok on an iPhone', `${iphone} Mobile/22F76 musical_ly_39.5.0 BytedanceWebview/d8a21c6`, 'person', 'phone'],
    ['TikTok on Android', `${webview} trill_390502 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/39.5.2 ByteLocale/en BytedanceWebview/d8a21c6`, 'person', 'phone'],
    ['Snapchat', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1 Snapchat/13.40.0.40 (like Safari/8621.2.5.10.10, panda)`, 'person', 'phone'],
    ['Pinterest', `${iphone} Mobile/22F76 [Pinterest/iOS]`, 'person', 'phone'],
    ['LinkedIn', `${iphone} Mobile/22F76 [LinkedInApp]/9.31.4567`, 'person', 'phone'],
    ['X', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1 Twitter for iPhone/11.8`, 'person', 'phone'],
    ['Reddit', `${webview} Reddit/Version 2025.20.0/Build 2012345/Android 14`, 'person', 'phone'],
    ['LINE', `${iphone} Mobile/22F76 Safari Line/15.8.0`, 'person', 'phone'],
    ['WeChat', `${iphone} Mobile/22F76 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/en`, 'person', 'phone'],
    ['KakaoTalk', `${iphone} Mobile/22F76 KAKAOTALK 25.5.0`, 'person', 'phone'],
    ['Spotify', 'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Spotify/1.2.66.447 Chrome/134.0.6998.178 Safari/537.36', 'person', 'desktop'],
    ['Google\'s app', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit} GSA/370.0.770461085 Mobile/15E148 Safari/604.1`, 'person', 'phone'],
    ['Telegram', `${webview} Telegram-Android/11.12.0 (Samsung SM-S918B; Android 14; SDK 34; HIGH)`, 'person', 'phone'],
    ['Discord', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) discord/1.0.9195 Chrome/134.0.6998.179 Electron/35.1.5 Safari/537.36', 'person', 'desktop'],
    ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'bot', 'other'],
    ['a script', 'curl/8.5.0', 'bot', 'other'],
    ['a page tester', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/117.0.0.0 Safari/537.36 GTmetrix', 'bot', 'desktop'],
    ['a browser without a person', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36', 'bot', 'desktop'],
    ['nothing at all', '', 'bot', 'other'],
  ])('of %s', (_, agent, audience, device) => {
    expect(agentFacts(agent)).toMatchObject({ audience, device });
  });

  it.each([
    ['Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['Meta', 'meta-externalfetcher/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)'],
    ['iMessage', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0'],
    ['X', 'Twitterbot/1.0'],
    ['Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
    ['Slack\'s pictures', 'Slack-ImgProxy (+https://api.slack.com/robots)'],
    ['WhatsApp', 'WhatsApp/2.2587.9 N'],
    ['WhatsApp on Android', 'WhatsApp/2.23.20.0 A'],
    ['Telegram', 'TelegramBot (like TwitterBot)'],
    ['Discord', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)'],
    ['LinkedIn', 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)'],
    ['Pinterest', 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)'],
    ['Skype', 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com'],
    ['Teams', 'Mozilla/5.0 (compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview) Chrome/140.0.0.0 Safari/537.36'],
    ['Reddit', 'Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)'],
    ['Mastodon', 'Mastodon/4.4.0 (http.rb/5.2.0; +https://mastodon.social/) Bot'],
    ['Bluesky', 'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)'],
    ['VK', 'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)'],
    ['Viber', 'Viber/13.3.0.5 CFNetwork/1121.2.2 Darwin/19.2.0'],
    ['KakaoTalk', 'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984'],
    ['LINE', 'facebookexternalhit/1.1;line-poker/1.0'],
    ['Snapchat', 'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/41.0.2272.118 Safari/537.36 (compatible; Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots)'],
    ['Zalo', 'Mozilla/5.0 (compatible; ZaloBot/1.0; +https://zalo.me)'],
    ['Google', 'Mozilla/5.0 (Linux; Android 11; Pixel 2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 (compatible; Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/))'],
    ['Embedly', 'Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)'],
    ['Iframely', 'Iframely/1.3.1 (+https://iframely.com/docs/about)'],
    ['Matrix', 'Synapse (bot; +https://github.com/matrix-org/synapse)'],
  ])('of the preview of %s', (_, agent) => {
    expect(agentFacts(agent).audience).toBe('preview');
  });

  it('is no person\'s for 95 of 100 crawlers of the public list, and more', () => {
    const strings = crawlers.flatMap(({ instances }) => instances);
    const taken = strings.filter((agent) => agentFacts(agent).audience === 'person');

    expect(strings.length).toBeGreaterThan(2_000);
    expect(1 - taken.length / strings.length).toBeGreaterThan(0.99);
    expect(strings.filter((agent) => !taken.includes(agent)).length / strings.length).toBeGreaterThanOrEqual(0.95);
  });

  it('is a person\'s for every browser that is common today, and for every one that visitors were seen with', () => {
    const browsers = [...topAgents, ...recordedAgents()];

    expect(browsers.length).toBeGreaterThan(1_000);
    expect(browsers.filter((agent) => agentFacts(agent).audience !== 'person')).toEqual([]);
  });

  it('says which browsers are fetched for by servers of their makers', () => {
    const silk = 'Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/140.2.1 like Chrome/140.0.0.0 Safari/537.36';
    const mini = 'Opera/9.80 (Android; Opera Mini/81.0.2254/191.303; U; en) Presto/2.12.423 Version/12.16';

    expect([silk, mini, `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`].map((agent) => agentFacts(agent).relayed)).toEqual([true, true, false]);
  });

  it('of endless length is read in no time', () => {
    const began = process.cpuUsage();

    agentFacts('Android '.repeat(100_000));
    agentFacts('Mozilla/5.0 ('.repeat(100_000));

    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(200);
  });
});
