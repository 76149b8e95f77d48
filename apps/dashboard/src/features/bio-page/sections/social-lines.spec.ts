import { describe, expect, it } from '@jest/globals';
import { readSocialLines } from './social-lines.js';

const said = (text: string, existing: string[] = []) => readSocialLines(text, existing).map(({ status, network }) => `${network}: ${status}`);

describe('pasted profiles', () => {
  it('are recognised line by line, with the account’s name', () => {
    const lines = readSocialLines('https://www.instagram.com/dreamcatcher/\nhttps://www.tiktok.com/@dreamcatcher?utm_source=x', []);
    expect(lines.map(({ words }) => words)).toEqual(['Instagram, dreamcatcher', 'TikTok, dreamcatcher']);
    expect(lines[1]?.url).toBe('https://www.tiktok.com/@dreamcatcher');
  });

  it('are told from what the page has already, and from one another', () => {
    expect(said('https://x.com/a https://instagram.com/b https://x.com/c', ['https://www.instagram.com/b/'])).toEqual(['x: recognised', 'instagram: duplicate', 'x: duplicate']);
  });

  it('may be any web address', () => {
    expect(said('example.com')).toEqual(['website: recognised']);
  });

  it('say so when they are no address', () => {
    expect(said('hello javascript:alert(1)')).toEqual(['website: not-understood', 'website: not-understood']);
  });

  it('are none when nothing was pasted', () => {
    expect(readSocialLines(' \n ', [])).toEqual([]);
  });
});
