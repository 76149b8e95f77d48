import { describe, expect, it } from '@jest/globals';
import { weekSentence } from './week-words.js';

describe('a week in one sentence', () => {
  it('says who came, listened and joined', () => {
    expect(weekSentence({ visitors: 412, clickThrough: 0.58, captures: 31 })).toBe('412 people came, 58% went on to listen, 31 joined you.');
  });

  it('speaks of one person as of one', () => {
    expect(weekSentence({ visitors: 1, clickThrough: 1, captures: 1 })).toBe('1 person came, 100% went on to listen, 1 joined you.');
  });

  it('lets no more than everyone go on', () => {
    expect(weekSentence({ visitors: 2, clickThrough: 1.5, captures: 0 })).toBe('2 people came, 100% went on to listen, nobody joined you yet.');
  });

  it('says plainly that nobody came', () => {
    expect(weekSentence({ visitors: 0, clickThrough: 0, captures: 0 })).toBe('Nobody has come yet this week.');
  });
});
