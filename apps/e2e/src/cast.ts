import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { launchBrowser } from '@lynkify/testing';
import type { Browser } from 'playwright-core';
import { somebody, type Person, type PersonOptions } from './people.js';

/** The people of a group of tests: a browser for the group, somebody new in it for each test. */
export interface Cast {
  /** Somebody comes, with a browser profile of their own. */
  arrives(options: PersonOptions): Promise<Person>;
  /** What a test does; when it fails, a picture of what everybody saw is kept, and the failure says where. */
  story(act: () => Promise<void>): () => Promise<void>;
}

/** Registers what opens and closes the browser around the tests of the `describe` in which it is called. */
export function cast(): Cast {
  let browser: Browser;
  const people: Person[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const person of people.splice(0)) await person.leave();
  });
  afterAll(() => browser.close());

  return {
    async arrives(options) {
      const person = await somebody(browser, options);
      people.push(person);
      return person;
    },
    story: (act) => async () => {
      try {
        await act();
      } catch (error) {
        const folder = mkdtempSync(join(tmpdir(), 'lynkify-e2e-'));
        // A page that cannot be pictured any more must not hide what failed.
        await Promise.allSettled(people.map(({ page }, index) => page.screenshot({ path: join(folder, `person-${index + 1}.png`), fullPage: true })));
        if (error instanceof Error) error.message += `\nPictures of what everybody saw: ${folder}`;
        throw error;
      }
    },
  };
}
