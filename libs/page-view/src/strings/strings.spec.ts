import { describe, expect, it } from '@jest/globals';
import { direction, pageLocale, strings } from './strings.js';

describe('the words of a page', () => {
  it('are those of the language, whatever its region', () => {
    expect(strings('en-GB')).toBe(strings('en'));
    expect(pageLocale('en-GB')).toBe('en-GB');
  });

  it('are English, and marked as English, where a language has none yet or the tag is none', () => {
    for (const tag of ['tlh', '', 'en_"><b>', 'de_"><b>', 'constructor', '__proto__']) {
      expect(pageLocale(tag)).toBe('en');
      expect(strings(pageLocale(tag)).credit).toBe('Made with Lynkify');
    }
  });

  it('know which languages run from the right', () => {
    // Hebrew has no words here yet: the page is English, and runs as English does.
    expect([direction('ar-EG'), direction('he'), direction('en')]).toEqual(['rtl', 'ltr', 'ltr']);
  });
});
