import { describe, expect, it } from '@jest/globals';
import { channelLabel, channels, parseChannel } from './channel.js';
import { parseReleaseType, releaseTypeLabels, releaseTypes } from './release-type.js';
import { accept, at, refuse } from './result.js';

describe('channels', () => {
  it('knows its own ids in any case and nothing else', () => {
    for (const { id, label } of channels) {
      expect(parseChannel(` ${id.toUpperCase()} `)).toBe(id);
      expect(channelLabel(id)).toBe(label);
    }
    for (const text of ['', 'instagram', 'constructor', '<script>', 'qr;drop']) expect(parseChannel(text)).toBeNull();
    expect(channelLabel('gone-channel')).toBe('gone-channel');
  });
});

describe('release types', () => {
  it('reads the words that forms, spreadsheets and services use', () => {
    for (const type of releaseTypes) expect(parseReleaseType(releaseTypeLabels[type])).toBe(type);
    expect(parseReleaseType('Podcast_Episode')).toBe('podcast-episode');
    expect(parseReleaseType('LP')).toBe('album');
    expect(parseReleaseType('track')).toBe('single');
    expect(parseReleaseType('constructor')).toBeNull();
    expect(parseReleaseType('')).toBeNull();
  });
});

describe('results', () => {
  it('carry a value, or reasons that can be put on another field', () => {
    expect(accept(3)).toEqual({ ok: true, value: 3 });
    const refused = refuse('TOO_BAD', ['a'], 'Too bad.');
    expect(refused).toEqual({ ok: false, errors: [{ code: 'TOO_BAD', path: ['a'], message: 'Too bad.' }] });
    expect(at(['b', 'c'], refused)).toEqual({ ok: false, errors: [{ code: 'TOO_BAD', path: ['b', 'c'], message: 'Too bad.' }] });
    expect(at(['b'], accept(3))).toEqual(accept(3));
  });
});
