import { describe, expect, it } from '@jest/globals';
import { safeReturnPath } from './return-path.js';

describe('the way back after signing in', () => {
  it.each(['/', '/releases', '/fans?verified=true', '/releases/0190#tracks'])('is kept when it is a path of ours: %s', (to) => {
    expect(safeReturnPath(to)).toBe(to);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '', 7, null, undefined, `/${'a'.repeat(3000)}`])(
    'is dropped when it leads elsewhere: %p',
    (to) => {
      expect(safeReturnPath(to)).toBeUndefined();
    },
  );

  it('stays on this origin whatever a browser makes of it', () => {
    for (const to of ['/x', '/..//evil.example', '/@evil.example', '/%2f/evil.example']) {
      const path = safeReturnPath(to);
      if (path !== undefined) expect(new URL(path, 'https://app.example').origin).toBe('https://app.example');
    }
  });
});
