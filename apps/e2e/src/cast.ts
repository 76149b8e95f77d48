import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from '@jest/globals';
import { somebody, type Person, type PersonOptions } from './people.js';
import { sharedBrowser } from './shared.js';

/** The people of a group of tests. */
export interface Cast {
  /** Somebody comes for one test, with a browser profile of their own. */
  arrives(options: PersonOptions): Promise<Person>;
  /**
   * Somebody who sits there from test to test and opens one address after the other, which costs Chromium less than half of
   * what eight new tabs do. Each test finds them at their screen's size, without a complaint so far; after one that failed
   * somebody new comes.
   * @param settlesIn what they do once, before anything else
   */
  stays(options: PersonOptions, settlesIn?: (person: Person) => Promise<void>): () => Promise<Person>;
  /** What a test does; when it fails, a picture of what everybody saw is kept, and the failure says where. */
  story(act: () => Promise<void>): () => Promise<void>;
}

/** Registers what sends people away after the tests of the `describe` in which it is called. */
export function cast(): Cast {
  const visitors = new Set<Person>();
  const staying = new Set<Person>();
  const sendAway = async (people: Set<Person>) => {
    for (const person of people) {
      people.delete(person);
      await person.leave();
    }
  };
  afterEach(() => sendAway(visitors));
  afterAll(() => sendAway(staying));

  return {
    async arrives(options) {
      const person = await somebody(await sharedBrowser(), options);
      visitors.add(person);
      return person;
    },
    stays(options, settlesIn) {
      let person: Person | undefined;
      return async () => {
        if (!person || !staying.has(person)) {
          person = await somebody(await sharedBrowser(), options);
          staying.add(person);
          await settlesIn?.(person);
        }
        await person.page.setViewportSize(options.screen.viewport);
        await person.page.emulateMedia({ colorScheme: options.dark === true ? 'dark' : 'light' });
        person.complaints.length = 0;
        return person;
      };
    },
    story: (act) => async () => {
      try {
        await act();
      } catch (error) {
        const folder = mkdtempSync(join(tmpdir(), 'lynkify-e2e-'));
        // A page that cannot be pictured any more must not hide what failed.
        await Promise.allSettled([...visitors, ...staying].map(({ page }, index) => page.screenshot({ path: join(folder, `person-${index + 1}.png`), fullPage: true })));
        await sendAway(staying);
        if (error instanceof Error) error.message += `\nPictures of what everybody saw: ${folder}`;
        throw error;
      }
    },
  };
}
