/** What an agent string is recognised by, and where that is documented. */
export interface AgentRule {
  name: string;
  pattern: RegExp;
  source: string;
}

/** Not documented by its maker: the public list that has the strings as they were seen. */
const seen = 'https://github.com/monperrus/crawler-user-agents';

/**
 * Programs that fetch a page to show a card of it where someone shared it. In-app browsers of the same companies
 * (`Instagram 300.0`, `[FBAN/…]`, `[Pinterest/iOS]`, `KAKAOTALK 10`) are people and must not match.
 */
export const previewAgents: readonly AgentRule[] = [
  { name: 'Facebook, Instagram, Messenger, iMessage', pattern: /facebookexternalhit|facebookcatalog|meta-externalfetcher/iu, source: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers' },
  { name: 'X', pattern: /Twitterbot/iu, source: 'https://developer.x.com/en/docs/x-for-websites/cards/guides/getting-started' },
  { name: 'Slack', pattern: /Slackbot-LinkExpanding|Slack-ImgProxy/iu, source: 'https://api.slack.com/robots' },
  { name: 'WhatsApp', pattern: /^WhatsApp\//iu, source: seen },
  { name: 'Telegram', pattern: /TelegramBot/iu, source: seen },
  { name: 'Discord', pattern: /Discordbot/iu, source: seen },
  { name: 'LinkedIn', pattern: /LinkedInBot/iu, source: seen },
  { name: 'Pinterest', pattern: /Pinterestbot|Pinterest\/0\./iu, source: 'https://help.pinterest.com/en/business/article/pinterestbot' },
  { name: 'Skype and Teams', pattern: /SkypeUriPreview|MicrosoftPreview|Teams\/.*preview/iu, source: seen },
  { name: 'Reddit', pattern: /redditbot/iu, source: seen },
  { name: 'Mastodon and its kin', pattern: /Mastodon|Pleroma|Misskey|Akkoma/iu, source: seen },
  { name: 'Bluesky', pattern: /Bluesky Cardyb/iu, source: seen },
  { name: 'VK', pattern: /vkShare/iu, source: seen },
  { name: 'Viber', pattern: /^Viber\//iu, source: seen },
  { name: 'KakaoTalk', pattern: /kakaotalk-scrap/iu, source: seen },
  { name: 'LINE', pattern: /Line(?:bot|-Poker)|LineSpider\//iu, source: 'https://help2.line.me/linesearchbot/web' },
  { name: 'Snapchat', pattern: /Snap URL Preview/iu, source: 'https://developers.snap.com/robots' },
  { name: 'Signal', pattern: /SignalDesktop|Signal-Link-Preview/iu, source: seen },
  { name: 'Threema', pattern: /Threema/iu, source: seen },
  { name: 'Zalo', pattern: /ZaloBot/iu, source: seen },
  { name: 'Google\'s previews', pattern: /Google-PageRenderer/iu, source: 'https://developers.google.com/search/docs/crawling-indexing/google-user-triggered-fetchers' },
  { name: 'Embedly, Iframely and Matrix', pattern: /Embedly|Iframely|opengraph|Synapse/iu, source: seen },
];

/** Programs that the library of bots does not know. */
export const botAgents: readonly AgentRule[] = [
  { name: 'Page testers', pattern: /GTmetrix|Miniature\.io|\bYLT Chrome/u, source: seen },
];

/** Browsers whose pages are fetched by servers of their makers, for people. */
export const relayedAgents: readonly AgentRule[] = [
  { name: 'Amazon Silk', pattern: /\bSilk\//u, source: 'https://docs.aws.amazon.com/silk/latest/developerguide/what-is.html' },
  { name: 'Opera Mini', pattern: /Opera Mini\//u, source: seen },
  { name: 'Puffin', pattern: /\bPuffin\//u, source: seen },
  { name: 'UC Browser', pattern: /\b(?:UCBrowser|UCWEB|UBrowser)\b/u, source: seen },
  { name: 'QQ Browser', pattern: /\bM?QQBrowser\//u, source: seen },
];

/**
 * Chrome as its maker sends it, without a word of an app or of a view inside one: from version 89 on (Android's too) it
 * sends `Accept-Language`, `Sec-Fetch-*` and `Sec-CH-UA` with every page that it fetches over TLS.
 * https://www.w3.org/TR/fetch-metadata, https://wicg.github.io/ua-client-hints
 */
export const plainChrome = /^Mozilla\/5\.0 \((?!.*; wv\))[^()]*\) AppleWebKit\/537\.36 \(KHTML, like Gecko\) Chrome\/(?:89|9\d|[1-9]\d\d)\.[\d.]+ (?:Mobile )?Safari\/537\.36$/u;

/** A program that copied Chrome's agent string and nothing else has none of these; a person's browser has most of them. */
export const chromeHeaders = ['accept-language', 'sec-fetch-mode', 'sec-fetch-dest', 'sec-ch-ua'] as const;
