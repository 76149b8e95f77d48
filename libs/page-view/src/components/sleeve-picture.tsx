import type { PictureView } from '../page-view.js';

/**
 * How wide pictures are, for the browser's choice of file. Screens of two and three pixels to the point are told less than
 * is laid out, so that all of them take the file that is sharp at two: a third pixel nobody sees, but it doubles the bytes
 * on the network that phones have. Browsers take the next file above, or the nearest; these widths lead both to the same.
 */
export const pictureSizes = {
  artwork: '(min-width:760px) 42vw,(min-resolution:2.5dppx) 180px,(min-resolution:1.5dppx) 300px,330px',
  portrait: '(min-width:760px) 46vw,(min-resolution:2.5dppx) 48vw,(min-resolution:1.5dppx) 75vw,100vw',
  featured: '(min-width:1000px) 176px,(min-resolution:2.5dppx) 90px,116px',
  card: '(min-width:760px) 200px,(min-resolution:2.5dppx) 24vw,(min-resolution:1.5dppx) 36vw,45vw',
} as const;

/** A picture in its formats and sizes. `first` is the one that a fan is waiting for: it is fetched before the others. */
export function SleevePicture({ picture, sizes, first = false, className }: { picture: PictureView; sizes: string; first?: boolean; className: string }) {
  return (
    <picture className={className}>
      {picture.sources.map((source) => (
        <source key={source.type} type={source.type} srcSet={source.srcSet} sizes={sizes} />
      ))}
      <img src={picture.src} alt={picture.alt} width={picture.width} height={picture.height} decoding="async" {...(first ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })} />
    </picture>
  );
}

/** How large the letters of a title may be, by how many there are and how long its longest word is. */
export function titleSize(title: string): 'short' | 'middle' | 'long' {
  const longestWord = Math.max(...title.split(/\s+/u).map((word) => word.length));
  if (title.length <= 16 && longestWord <= 9) return 'short';
  return title.length <= 44 && longestWord <= 14 ? 'middle' : 'long';
}

/** The sleeve of what has no picture: its title, set large. The title stands beside it, so readers pass over this one. */
export function TypeSleeve({ title, className }: { title: string; className: string }) {
  return <div className={`${className} type ${titleSize(title)}`} aria-hidden="true"><b dir="auto">{title}</b></div>;
}
