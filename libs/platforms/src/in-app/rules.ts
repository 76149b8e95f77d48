import type { InAppRule } from './rule.js';

/** Tries of each app on real phones: does an intent open the browser on Android, does `x-safari-https:` on iOS. */
const tried = 'https://github.com/shalanah/inapp-debugger#results-from-mobile-app-tests-using-inappdebuggercom';
/** Agent strings as they were collected, among them those of the specs. */
const collected = 'https://github.com/shalanah/inapp-spy/blob/main/src/tests/mobile.ts';
/** A maker of links into apps on which apps let them through. */
const branch = 'https://help.branch.io/using-branch/docs/creating-a-deep-link';
/** A list of apps by their agent strings; what is said of links there is the cautious guess: that they stay inside. */
const seen = 'https://github.com/matomo-org/device-detector/blob/master/regexes/client/mobile_apps.yml';

const openExternally = 'Open in external browser';
const openInBrowser = 'Open in browser';

/**
 * Apps that open links in a browser of their own, the first that matches counts. What is not here needs nothing: YouTube,
 * Discord, Gmail, Slack and the Threads of iOS use the system's browser views, in which links open apps, and whose agent
 * is the browser's. An app that changes its ways is changed here alone. No maker documents where its menu is: places and
 * names are as people describe them, which is why pages say "Open in browser" whatever it is called exactly.
 */
export const inAppRules: readonly InAppRule[] = [
  {
    app: 'instagram', name: 'Instagram', agent: /\bInstagram\b/u, source: collected,
    ios: { links: 'web', safari: true, menu: { sign: 'dots', at: 'top', called: openExternally }, source: tried },
    android: { links: 'intent', menu: { sign: 'stacked', at: 'top', called: openExternally }, source: tried },
  },
  {
    app: 'threads', name: 'Threads', agent: /\bBarcelona \d/u, source: collected,
    ios: { links: 'web', safari: true, menu: { sign: 'dots', at: 'top', called: openExternally }, source: tried },
    // Intents came to nothing here, https://github.com/shalanah/inapp-debugger/issues/11.
    android: { links: 'web', menu: { sign: 'stacked', at: 'top', called: openExternally }, source: tried },
  },
  {
    app: 'messenger', name: 'Messenger', agent: /FBAN\/Messenger|FB_IAB\/(?:MESSENGER|Orca)/u, source: collected,
    ios: { links: 'app', source: branch },
    android: { links: 'web', menu: { sign: 'stacked', at: 'top', called: openExternally }, source: tried },
  },
  {
    app: 'facebook', name: 'Facebook', agent: /\bFBA[NV]\/|\bFB_IAB\/|MetaIAB Facebook/u, source: collected,
    ios: { links: 'app', source: branch },
    android: { links: 'intent', menu: { sign: 'stacked', at: 'top', called: openExternally }, source: tried },
  },
  {
    app: 'tiktok', name: 'TikTok', agent: /BytedanceWebview|\bmusical_ly|\btrill_|\bTikTok\b/u, source: collected,
    ios: { links: 'web', safari: true, menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: tried },
    android: { links: 'web', menu: { sign: 'stacked', at: 'top', called: openInBrowser }, source: tried },
  },
  {
    app: 'snapchat', name: 'Snapchat', agent: /\bSnapchat\//u, source: collected,
    ios: { links: 'web', menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: tried },
    android: { links: 'app', source: tried },
  },
  {
    app: 'x', name: 'X', agent: /Twitter for (?:iPhone|iPad)|\bTwitterAndroid\b/u, source: collected,
    ios: { links: 'app', source: tried },
    android: { links: 'app', source: tried },
  },
  {
    app: 'linkedin', name: 'LinkedIn', agent: /\[LinkedInApp\]|\bLinkedInApp\//u, source: collected,
    ios: { links: 'web', safari: true, menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: tried },
    android: { links: 'app', source: tried },
  },
  {
    app: 'pinterest', name: 'Pinterest', agent: /\[Pinterest\/(?:iOS|Android)\]/u, source: seen,
    ios: { links: 'web', menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: 'https://dev.branch.io/getting-started/universal-app-links/support/ios/' },
    android: { links: 'web', menu: { sign: 'stacked', at: 'top', called: openInBrowser }, source: branch },
  },
  {
    app: 'reddit', name: 'Reddit', agent: /\bReddit\/Version \d/u, source: collected,
    ios: { links: 'web', menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: seen },
    android: { links: 'web', menu: { sign: 'stacked', at: 'top', called: openInBrowser }, source: seen },
  },
  {
    app: 'wechat', name: 'WeChat', agent: /\bMicroMessenger\//u, source: collected,
    ios: { links: 'web', menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: tried },
    android: { links: 'web', menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: tried },
  },
  {
    app: 'line', name: 'LINE', agent: /\bLine\/\d/u, source: collected,
    ios: { links: 'web', safari: true, menu: { sign: 'stacked', at: 'bottom', called: 'Open in default browser' }, source: tried },
    android: { links: 'intent', menu: { sign: 'stacked', at: 'top', called: 'Open in default browser' }, source: tried },
  },
  {
    app: 'telegram', name: 'Telegram', agent: /\bTelegram-Android\//u, source: 'https://core.telegram.org/bots/webapps#additional-data-in-user-agent',
    android: { links: 'intent', menu: { sign: 'stacked', at: 'top', called: openInBrowser }, source: tried },
  },
  {
    app: 'whatsapp', name: 'WhatsApp', agent: /\[WA(?:iOS|4A)\//u, source: collected,
    ios: { links: 'app', source: branch },
    android: { links: 'app', source: branch },
  },
  {
    app: 'kakaotalk', name: 'KakaoTalk', agent: /\bKAKAOTALK\b/u, source: 'https://github.com/hyunbinseo/blog/blob/main/posts/ko/in-app-user-agent.md',
    ios: { links: 'web', menu: { sign: 'share', at: 'bottom', called: 'Open in Safari' }, source: seen },
    android: { links: 'web', menu: { sign: 'stacked', at: 'top', called: 'Open in another browser' }, source: seen },
  },
  {
    app: 'weibo', name: 'Weibo', agent: /\bWeibo\b|__weibo__/u, source: seen,
    ios: { links: 'web', menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: seen },
    android: { links: 'web', menu: { sign: 'dots', at: 'top', called: openInBrowser }, source: seen },
  },
];
