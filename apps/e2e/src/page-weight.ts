import type { Page } from 'playwright-core';

/** What a page costs that a browser has nothing of yet. */
export interface PageWeight {
  /** Addresses that were asked for until the page was complete, the tab's mark included. */
  requests: string[];
  /** Bytes of all answers as they came over the wire, heads included. */
  bytes: number;
  /** Of those the document's body. */
  html: number;
  scripts: number;
  pictures: { width: number; type: string; bytes: number }[];
}

/** Opens an address with an empty cache and weighs what the page fetches until it is complete (its load event). */
export async function visitCold(page: Page, address: string): Promise<PageWeight> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const asked = new Map<string, { url: string; type: string; bytes: number; mime: string; body: number }>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    // What is inside of the page is not asked for.
    if (!request.url.startsWith('data:')) asked.set(requestId, { url: request.url, type: type ?? '', bytes: 0, mime: '', body: 0 });
  });
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const one = asked.get(requestId);
    if (one) Object.assign(one, { mime: response.mimeType, body: Number(response.headers['content-length'] ?? response.headers['Content-Length'] ?? 0) });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'load' });
  const all = [...asked.values()];
  await devtools.detach();
  return {
    requests: all.map(({ url }) => url),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    html: all.find(({ type }) => type === 'Document')?.body ?? Infinity,
    scripts: all.filter(({ type }) => type === 'Script').length,
    pictures: all.filter(({ type }) => type === 'Image').map(({ url, mime, bytes }) => ({ width: Number(/\/(\d+)\.\w+$/u.exec(url)?.[1]), type: mime, bytes })),
  };
}
