import { describe, expect, it } from '@jest/globals';
import { embeddedVideo, playerUrl } from './embedded-video.js';

describe('a video for a page', () => {
  it.each([
    ['https://www.youtube.com/watch?v=kPa7bsKwL-c&t=20s', { provider: 'youtube', id: 'kPa7bsKwL-c' }],
    ['youtu.be/kPa7bsKwL-c?si=abc', { provider: 'youtube', id: 'kPa7bsKwL-c' }],
    ['https://www.youtube.com/shorts/kPa7bsKwL-c', { provider: 'youtube', id: 'kPa7bsKwL-c' }],
    ['https://music.youtube.com/watch?v=kPa7bsKwL-c', { provider: 'youtube', id: 'kPa7bsKwL-c' }],
    ['https://vimeo.com/76979871', { provider: 'vimeo', id: '76979871' }],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', { provider: 'vimeo', id: '76979871/8272103f6e' }],
  ])('is read from %s', (text, video) => {
    expect(embeddedVideo(text)).toMatchObject(video);
  });

  it.each(['', 'https://www.youtube.com/@ladygaga', 'https://www.youtube.com/playlist?list=OLAK5uy_kF1c7R0v0bkz0gW3QxX8t2mJ1Yf5hG9sA', 'https://vimeo.com/event/12', 'https://open.spotify.com/track/2plbrEY59IikOBgBGLjaoe', 'https://youtube.com.example/watch?v=kPa7bsKwL-c'])('is none at “%s”', (text) => {
    expect(embeddedVideo(text)).toBeNull();
  });

  it('is framed from the provider’s host that sets the least', () => {
    expect(playerUrl({ provider: 'youtube', id: 'kPa7bsKwL-c' })).toBe('https://www.youtube-nocookie.com/embed/kPa7bsKwL-c?autoplay=1&rel=0&playsinline=1');
    expect(playerUrl({ provider: 'vimeo', id: '76979871/8272103f6e' })).toBe('https://player.vimeo.com/video/76979871?h=8272103f6e&autoplay=1&dnt=1');
    expect([playerUrl({ provider: 'youtube', id: '"><script>' }), playerUrl({ provider: 'vimeo', id: '../1' })]).toEqual([null, null]);
  });
});
