import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { useMemo } from 'react';
import { thumbHashToDataURL } from 'thumbhash';
import classes from './picture.module.css';

export const Picture_picture = graphql(`
  fragment Picture_picture on Picture {
    alt
    thumbHash
    small: url(width: 96)
    medium: url(width: 320)
    large: url(width: 640)
  }
`);

interface PictureProps {
  picture: FragmentOf<typeof Picture_picture> | null;
  /** Width and height in CSS pixels. */
  size: number;
  /** Whose picture it is: its first letter stands in for a missing one. */
  name: string;
}

/** A square picture, painted from its ThumbHash until it is there. */
export function Picture({ picture, size, name }: PictureProps) {
  const data = readFragment(Picture_picture, picture);
  const ground = useMemo(() => (data === null ? null : thumbHashUrl(data.thumbHash)), [data]);
  const className = size > 64 ? `${classes.frame} ${classes.large}` : classes.frame;
  if (data === null) {
    return (
      <span className={className} style={{ width: size, height: size, fontSize: Math.max(12, size * 0.4) }} aria-hidden="true">
        <span className={classes.letter}>{[...name.trim()][0]?.toUpperCase() ?? ''}</span>
      </span>
    );
  }
  return (
    <span className={className} style={{ width: size, height: size, ...(ground !== null && { backgroundImage: `url(${ground})` }) }}>
      <img src={data.medium} srcSet={`${data.small} 96w, ${data.medium} 320w, ${data.large} 640w`} sizes={`${size}px`} width={size} height={size} alt={data.alt} loading="lazy" decoding="async" />
    </span>
  );
}

/** A ThumbHash (base64) as a picture of some hundred bytes, or null when it is none. */
export function thumbHashUrl(base64: string): string | null {
  if (base64 === '' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(base64)) return null;
  return thumbHashToDataURL(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}
