import { describe, expect, it } from '@jest/globals';
import { pictureView, placeholderOf, sharingPicture } from './picture-view.js';
import { picture } from './testdata/documents.js';

describe('pictures', () => {
  it('offer every size up to the most that is of use, best format first', () => {
    const view = pictureView(picture({ id: 'p' }), 'https://media.example', 640);
    expect(view?.sources.map((source) => source.type)).toEqual(['image/avif', 'image/webp']);
    expect(view?.sources[0]?.srcSet).toBe('https://media.example/media/p/96.avif 96w,https://media.example/media/p/320.avif 320w,https://media.example/media/p/640.avif 640w');
    expect(view?.src).toBe('https://media.example/media/p/640.jpeg');
  });

  it('offer the smallest when all are larger than asked, and nothing when there is none', () => {
    expect(pictureView(picture({ widths: [960] }), '', 320)?.src).toMatch(/\/960\.jpeg$/u);
    expect(pictureView(picture({ widths: [] }), '', 320)).toBeNull();
    expect(pictureView(null, '', 320)).toBeNull();
  });

  it('paint a placeholder of at most 1 KB from the ThumbHash', () => {
    const placeholder = placeholderOf(picture().thumbHash);
    expect(placeholder).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/u);
    expect(placeholder?.length).toBeLessThanOrEqual(1024);
  });

  it('go without a placeholder where the hash is none', () => {
    for (const hash of ['', 'x', '!!!!!!!!', '"});alert(1)', 'A'.repeat(400), 'AAAAAAAA']) expect(() => placeholderOf(hash)).not.toThrow();
    expect(placeholderOf('not a hash')).toBeNull();
  });

  it('share the largest JPEG under an absolute address', () => {
    const shared = sharingPicture(picture({ id: 'p', width: 2000, height: 1000 }), 'https://pages.example', 'Title');
    expect(shared).toEqual({ url: 'https://pages.example/media/p/1280.jpeg', width: 1280, height: 640, alt: 'Title' });
    expect(sharingPicture(picture({ formats: ['webp'] }), 'https://pages.example', 'Title')).toBeNull();
  });
});
