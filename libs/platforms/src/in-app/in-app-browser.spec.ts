import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogue } from '../catalogue/index.js';
import { appIntent, inAppBrowser, inAppBrowsers, inAppHelp, inAppHelps, safariAddress } from './in-app-browser.js';
import { inAppRules } from './rules.js';

const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const pixel = 'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240905.003; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36';

/** One line for each rule and system: its agent as the app sends it, what its links do, and the help that a fan gets. */
const agents: [app: string, agent: string, links: string, help: string | null][] = [
  ['instagram', `${iphone} Mobile/22F76 Instagram 393.1.0.36.70 (iPhone15,3; iOS 18_5; en_US; en; scale=3.00; 1290x2796; IABMV/1; 776538208) Safari/604.1`, 'web', 'web-dots-top-safari'],
  ['instagram', `${pixel} Instagram 355.1.0.44.103 Android (34/14; 420dpi; 1080x2205; Google/google; Pixel 8; shiba; shiba; en_US; 658190016)`, 'intent', 'intent-stacked-top'],
  ['threads', `${iphone} Mobile/22G100 Barcelona 390.0.0.28.85 (iPhone15,3; iOS 18_6; en_US; en; scale=3.00; 1290x2796; 776538208)`, 'web', 'web-dots-top-safari'],
  ['threads', `${pixel} Barcelona 355.0.0.39.109 Android (34/14; 420dpi; 1080x2205; Google/google; Pixel 8; shiba; shiba; en_US; 657318936)`, 'web', 'web-stacked-top'],
  ['messenger', `${iphone} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/482.2.0.68.110;FBBV/658316928;FBDV/iPhone12,8;FBMD/iPhone;FBSN/iOS;FBSV/18.1;FBSS/2;FBID/phone;FBLC/en_US;FBOP/5]`, 'app', null],
  ['messenger', `${pixel} [FB_IAB/MESSENGER;FBAV/118.0.0.19.82;]`, 'web', 'web-stacked-top'],
  ['messenger', `${pixel} [FB_IAB/Orca-Android;FBAV/450.0.0.45.109;]`, 'web', 'web-stacked-top'],
  ['facebook', `${iphone} Mobile/22B83 [FBAN/FBIOS;FBAV/488.0.0.68.101;FBBV/658219612;FBDV/iPhone12,8;FBMD/iPhone;FBSN/iOS;FBSV/18.1;FBSS/2;FBID/phone;FBLC/en_US;FBOP/5;FBRV/0;IABMV/1]`, 'app', null],
  ['facebook', `${iphone} Mobile/22G100 Safari/604.1 MetaIAB Facebook`, 'app', null],
  ['facebook', `${pixel} [FB_IAB/FB4A;FBAV/488.0.0.62.79;IABMV/1;]`, 'intent', 'intent-stacked-top'],
  ['tiktok', `${iphone} Mobile/15E148 BytedanceWebview/d8a21c6 musical_ly_33.2.1 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/US FalconTag/BDB55B46-0286-4504-847E-C8300CB9F79D`, 'web', 'web-dots-top-safari'],
  ['tiktok', `${iphone} Mobile/15E148 Safari/604.1 musical_ly_41.9.0`, 'web', 'web-dots-top-safari'],
  ['tiktok', `${pixel} musical_ly_2023303040 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/33.3.4 ByteLocale/en ByteFullLocale/en Region/US AppId/1233 BytedanceWebview/d8a21c6`, 'web', 'web-stacked-top'],
  ['tiktok', `${pixel} trill_2023009040 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/trill app_version/30.9.4 ByteLocale/en Region/DE`, 'web', 'web-stacked-top'],
  ['snapchat', `${iphone} Version/17.3.1 Mobile/15E148 Snapchat/12.72.0.39 (like Safari/8617.2.4.10.8, panda)`, 'web', 'web-dots-top'],
  ['snapchat', `${pixel} Snapchat/12.72.0.39 (Pixel 8; Android 14#11406825#34; gzip; )`, 'app', null],
  ['x', `${iphone} Mobile/14D27 Twitter for iPhone`, 'app', null],
  ['x', `${pixel} TwitterAndroid`, 'app', null],
  ['linkedin', `${iphone} Mobile/15E148 [LinkedInApp]/9.30.1753`, 'web', 'web-dots-top-safari'],
  ['linkedin', `${pixel} [LinkedInApp]/4.1.1020`, 'app', null],
  ['pinterest', `${iphone} Mobile/15E148 [Pinterest/iOS]`, 'web', 'web-dots-top'],
  ['pinterest', `${pixel} [Pinterest/Android]`, 'web', 'web-stacked-top'],
  ['reddit', `${iphone} Mobile/15E148 Reddit/Version 2024.41.0/Build 614983/iOS Version 18.1 (Build 22B83)`, 'web', 'web-dots-top'],
  ['reddit', `${pixel} Reddit/Version 2024.41.0/Build 2102450/Android 14`, 'web', 'web-stacked-top'],
  ['wechat', `${iphone} Mobile/15E148 MicroMessenger/8.0.50(0x1800322f) NetType/WIFI Language/zh_CN`, 'web', 'web-dots-top'],
  ['wechat', `${pixel} MicroMessenger/8.0.50.2701(0x28003255) Process/tools WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`, 'web', 'web-dots-top'],
  ['line', `${iphone} Mobile/15E148 Safari Line/14.19.0`, 'web', 'web-stacked-bottom-safari'],
  ['line', `${pixel} Line/14.19.0/IAB`, 'intent', 'intent-stacked-top'],
  ['telegram', `${pixel} Telegram-Android/11.3.3 (Google Pixel 8; Android 14; SDK 34; HIGH)`, 'intent', 'intent-stacked-top'],
  ['whatsapp', `${iphone} Version/26.0.1 Mobile/15E148 Safari/604.1 [WAiOS/2.25.31]`, 'app', null],
  ['whatsapp', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.7390.124 Mobile Safari/537.36 [WA4A/2.25.32.75;]', 'app', null],
  ['kakaotalk', 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 10.3.1', 'web', 'web-share-bottom'],
  ['kakaotalk', 'Mozilla/5.0 (Linux; Android 13; SM-X706N Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/115.0.5790.138 Safari/537.36;KAKAOTALK 2410310', 'web', 'web-stacked-top'],
  ['weibo', `${iphone} Mobile/15E148 Weibo (iPhone15,3__weibo__14.10.2__iphone__os18.1)`, 'web', 'web-dots-top'],
  ['weibo', `${pixel} Weibo (Google-Pixel 8__weibo__14.10.2__android__android14)`, 'web', 'web-dots-top'],
];

describe('the browser inside an app', () => {
  it.each(agents)('of %s sends %s', (app, agent, links, help) => {
    const browser = inAppBrowser(agent);

    expect({ app: browser?.app, links: browser?.links, help: browser?.help?.id ?? null }).toEqual({ app, links, help });
  });

  it('has a line above for every rule and system', () => {
    for (const { app, ios, android } of inAppRules) {
      const tested = agents.filter(([name]) => name === app).map(([, agent]) => (agent.includes('Android') ? 'android' : 'ios'));
      expect(tested.includes('ios')).toBe(ios !== undefined);
      expect(tested.includes('android')).toBe(android !== undefined);
    }
  });

  it.each([
    ['Safari, and all that look like it', `${iphone} Version/18.6 Mobile/15E148 Safari/604.1`],
    ['Chrome on Android', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'],
    ['Chrome on iOS', `${iphone} CriOS/130.0.6723.90 Mobile/15E148 Safari/604.1`],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    ['a preview of Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['a preview of Pinterest', 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)'],
    ['a preview of Telegram', 'TelegramBot (like TwitterBot)'],
    ['a preview of Line', 'facebookexternalhit/1.1;line-poker/1.0'],
    ['a page online', `${iphone} Version/18.6 Online/1`],
    ['nothing', ''],
  ])('is not %s', (_, agent) => expect(inAppBrowser(agent)).toBeNull());

  it('on a tablet that poses as a computer is that of iOS', () => {
    expect(inAppBrowser('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Instagram 393.1.0.36.70')?.help?.id).toBe('web-dots-top-safari');
  });

  it('leads to few forms of a page, each with a menu', () => {
    expect(inAppHelps.length).toBeLessThanOrEqual(8);
    expect(new Set(inAppHelps.map(({ id }) => id)).size).toBe(inAppHelps.length);
    for (const { links, help } of inAppBrowsers) expect(help === null).toBe(links === 'app');
    for (const help of inAppHelps) expect(inAppHelp(help.id)).toBe(help);
    expect([inAppHelp('constructor'), inAppHelp(null)]).toEqual([null, null]);
  });

  it('never takes long to be told from a browser', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2_000 }), (agent) => {
      const begun = performance.now();
      inAppBrowser(agent.repeat(5));
      expect(performance.now() - begun).toBeLessThan(50);
    }), { numRuns: 50 });
  });

  it('names for every rule where it comes from', () => {
    for (const { source, ios, android } of inAppRules) for (const each of [source, ios?.source, android?.source]) if (each !== undefined) expect(each).toMatch(/^https:\/\//u);
  });
});

describe('an intent', () => {
  it('opens the stored address in its app, and in the browser without it', () => {
    expect(appIntent('spotify', 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N?si=a;b')).toBe(
      'intent://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N?si=a;b#Intent;scheme=https;action=android.intent.action.VIEW;S.browser_fallback_url=https%3A%2F%2Fopen.spotify.com%2Falbum%2F10FLjwfpbxLmW8c25Xyc2N%3Fsi%3Da%3Bb;end',
    );
  });

  it('is none for a platform without an app that takes its addresses over, nor for what is not its own', () => {
    for (const [platform, url] of [['bandcamp', 'https://artist.bandcamp.com/album/x'], ['spotify', 'https://evil.example/album/x'], ['nothing', 'https://open.spotify.com/album/x']] as const) {
      expect(appIntent(platform, url)).toBeNull();
    }
  });

  it.each(['https://open.spotify.com/album/x#Intent;package=evil;end', 'http://open.spotify.com/album/x', 'https://open.spotify.com:444/album/x', 'https://open.spotify.com@evil.example/x', 'https://open.spotify.com/a b', 'javascript:alert(1)'])(
    'is never made of %s', (url) => expect(appIntent('spotify', url)).toBeNull(),
  );

  it('has one intent and one end, whatever the address holds', () => {
    const universal = catalogue.filter(({ universal, hosts }) => universal === true && hosts.some((host) => !host.includes('*')));
    fc.assert(fc.property(fc.constantFrom(...universal), fc.webPath({ size: 'small' }), fc.webQueryParameters({ size: 'small' }), ({ id, hosts }, path, query) => {
      const intent = appIntent(id, `https://${hosts.find((host) => !host.includes('*')) ?? ''}${path}?${query}`);
      if (intent === null) return;
      expect(intent.split('#')).toHaveLength(2);
      expect(intent).toMatch(/#Intent;scheme=https;action=android\.intent\.action\.VIEW;S\.browser_fallback_url=[^;]+;end$/u);
    }), { numRuns: 30 });
  });
});

describe('the way to Safari', () => {
  it('is an address of a scheme of its own, and none for a page without TLS', () => {
    expect(safariAddress('https://pages.example/queen/one')).toBe('x-safari-https://pages.example/queen/one');
    expect(safariAddress('http://localhost:4200/queen/one')).toBeNull();
  });
});
