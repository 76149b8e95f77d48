import { describe, expect, it } from '@jest/globals';
import { platforms } from '@lynkify/platforms';
import { affordablyDrawn, drawnCharacters, platformLook } from './platform-look.js';

describe('the marks of a page', () => {
  it('are all drawn for the 25 platforms that fans want most', () => {
    const most = platforms.slice(0, 25);
    expect(affordablyDrawn(most, drawnCharacters.platforms)).toEqual(most);
  });

  it('are letters where drawings would outgrow the page’s first bytes', () => {
    const marks = affordablyDrawn(platforms, drawnCharacters.platforms).map((platform) => platform.mark);
    const drawn = marks.reduce((sum, mark) => sum + ('path' in mark ? mark.path.length : 0), 0);
    expect(drawn).toBeLessThanOrEqual(drawnCharacters.platforms);
    expect(marks).toHaveLength(platforms.length);
    expect(marks[0]).toEqual(platformLook('spotify').mark);
  });
});
