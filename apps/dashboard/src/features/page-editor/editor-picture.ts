import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import type { Picture, PictureFormat } from '@lynkify/domain';

/** A picture with everything that the pages need of it. */
export const EditorPicture_picture = graphql(`
  fragment EditorPicture_picture on Picture {
    id
    width
    height
    widths
    formats
    colours
    thumbHash
    alt
  }
`);

/** What the API says of a picture, in GraphQL or after an upload. */
export interface PictureFacts {
  id: string;
  width: number;
  height: number;
  widths: readonly number[];
  formats: readonly string[];
  colours: readonly string[];
  thumbHash: string;
}

const isFormat = (format: string): format is PictureFormat => format === 'avif' || format === 'webp' || format === 'jpeg';

export function toPicture({ id, width, height, widths, formats, colours, thumbHash }: PictureFacts, alt: string): Picture {
  const [first = '#8a8172', second = first] = colours;
  return { id, width, height, widths: [...widths], formats: formats.filter(isFormat), colours: [first, second], thumbHash, alt };
}

/** A picture as the documents of the pages have it. */
export function readEditorPicture(picture: FragmentOf<typeof EditorPicture_picture> | null): Picture | null {
  if (picture === null) return null;
  const facts = readFragment(EditorPicture_picture, picture);
  return toPicture(facts, facts.alt);
}

/** Address of a picture near a width, on this origin. */
export function pictureAddress({ id, widths }: Picture, width: number): string {
  const nearest = widths.find((each) => each >= width) ?? widths.at(-1) ?? width;
  return `/media/${id}/${nearest}.jpeg`;
}
