import { describe, expect, it } from '@jest/globals';
import { previewLender, readPreviewUrl } from './track-preview.js';

const apple = 'https://audio-ssl.itunes.apple.com/itunes-assets/AudioPreview211/v4/43/3f/6c/mzaf_1403.plus.aac.p.m4a';

describe('the address of a preview', () => {
  it('is kept of a host that lends previews for good', () => {
    expect([readPreviewUrl(apple), previewLender(apple)]).toEqual([apple, 'iTunes']);
    expect(previewLender('https://p.scdn.co/mp3-preview/abc')).toBe('Spotify');
  });

  it.each([
    ['that ends after minutes', 'https://cdnt-preview.dzcdn.net/api/1/1/a/b/c/0/x.mp3?hdnea=exp=1700000000~acl=/api/*'],
    ['of another host', 'https://audio-ssl.itunes.apple.com.example/a.m4a'],
    ['that is not encrypted', apple.replace('https:', 'http:')],
    ['with a password', apple.replace('https://', 'https://a:b@')],
    ['at another port', apple.replace('.com/', '.com:8443/')],
    ['that is a script', 'javascript:alert(1)'],
    ['without end', `${apple}?${'x'.repeat(500)}`],
    ['that is none', ''],
  ])('is none %s', (_what, url) => {
    expect([readPreviewUrl(url), previewLender(url)]).toEqual([null, null]);
  });
});
