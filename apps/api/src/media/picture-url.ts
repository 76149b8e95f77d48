/** Absolute address of the JPEG of a picture that is wide enough, or the widest. */
export function pictureUrl(publicApiUrl: string, { id, widths }: { id: string; widths: readonly number[] }, width: number): string {
  const nearest = widths.find((each) => each >= width) ?? widths.at(-1) ?? width;
  return `${publicApiUrl}/media/${id}/${nearest}.jpeg`;
}
