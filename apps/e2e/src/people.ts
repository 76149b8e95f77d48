import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** A screen that somebody sits at. The agents are those of real browsers: the headless one's is counted as a bot. */
export interface Screen {
  name: string;
  viewport: { width: number; height: number };
  phone: boolean;
  /** Pixels to the point; one without it. */
  density?: number;
  userAgent: string;
}

export const phone: Screen = {
  name: 'a phone',
  viewport: { width: 390, height: 844 },
  phone: true,
  userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
};
/** The same with the pixels that phones have. */
export const sharpPhone: Screen = { ...phone, density: 3 };
export const desktop: Screen = {
  name: 'a desktop',
  viewport: { width: 1440, height: 900 },
  phone: false,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
};

export interface PersonOptions {
  screen: Screen;
  dark?: boolean;
  javaScript?: boolean;
  /** The language of their browser, BCP 47; British English unless said. */
  locale?: string;
}

/** Somebody with a browser profile of their own, and what that browser complained about meanwhile. */
export interface Person {
  context: BrowserContext;
  page: Page;
  /** Errors of scripts, refusals by the content security policy, resources that did not load. */
  complaints: string[];
  leave(): Promise<void>;
}

export async function somebody(browser: Browser, { screen, dark = false, javaScript = true, locale = 'en-GB' }: PersonOptions): Promise<Person> {
  const context = await browser.newContext({
    viewport: screen.viewport,
    userAgent: screen.userAgent,
    deviceScaleFactor: screen.density ?? 1,
    isMobile: screen.phone,
    hasTouch: screen.phone,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    locale,
    timezoneId: 'Europe/Berlin',
  });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() !== 'error' && !/Content Security Policy/u.test(message.text())) return;
    const { url } = message.location();
    // Chromium reports the status of a page that is meant to have it: 404, 410, 422, or a platform that cannot be reached.
    if (/^Failed to load resource/u.test(message.text()) && url === message.page()?.url()) return;
    complaints.push(`${message.text()} (${url})`);
  });
  return { context, page: await context.newPage(), complaints, leave: () => context.close() };
}

/** Waits until it is there to be seen. */
export const see = (locator: Locator): Promise<void> => locator.first().waitFor();

/** Waits until it is no longer there. */
export const gone = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' });

/** Types as fast as a good typist: a form that is filled within a moment is taken for a program's. */
export const typeLikeAPerson = (field: Locator, text: string): Promise<void> => field.pressSequentially(text, { delay: 70 });

/** A name that no other test has. */
export const unique = (name: string): string => `${name}-${randomBytes(4).toString('hex')}`;
