import { describe, expect, it } from '@jest/globals';
import { numbersSentence, share } from './numbers-words.js';

describe('numbers in one sentence', () => {
  it.each([
    [{ visitors: 412, clicks: 301, clickThrough: 0.58, captures: 31 }, '412 people came, 58% went on to listen, 31 joined you.'],
    [{ visitors: 12_400, clicks: 9_000, clickThrough: 0.6, captures: 1_250 }, '12,400 people came, 60% went on to listen, 1,250 joined you.'],
    [{ visitors: 412, clicks: 301, clickThrough: 0.58, captures: 0 }, '412 people came, 58% went on to listen, nobody joined you.'],
    [{ visitors: 412, clicks: 0, clickThrough: 0, captures: 2 }, '412 people came, nobody went on to listen, 2 joined you.'],
    [{ visitors: 412, clicks: 0, clickThrough: 0, captures: 0 }, '412 people came, but nobody went on to listen or joined you.'],
    [{ visitors: 1, clicks: 3, clickThrough: 3, captures: 1 }, '1 person came and went on to listen, 1 joined you.'],
    [{ visitors: 1, clicks: 0, clickThrough: 0, captures: 0 }, '1 person came and did not go on to listen, nobody joined you.'],
    [{ visitors: 0, clicks: 0, clickThrough: 0, captures: 0 }, 'Nobody came in these days.'],
    [{ visitors: 0, clicks: 1, clickThrough: 0, captures: 1 }, '1 click went on to the music, 1 person joined you.'],
    [{ visitors: 0, clicks: 2, clickThrough: 0, captures: 0 }, '2 clicks went on to the music.'],
  ])('%j', (numbers, sentence) => {
    expect(numbersSentence(numbers)).toBe(sentence);
  });
});

describe('a share in words', () => {
  it.each([
    [0, '0%'],
    [0.001, 'under 1%'],
    [0.5, '50%'],
    [0.999, 'over 99%'],
    [1, '100%'],
    [1.5, '100%'],
  ])('%d is %s', (value, words) => {
    expect(share(value)).toBe(words);
  });
});
