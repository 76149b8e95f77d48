/** A text's paragraphs: an empty line ends one. */
export function paragraphs(text: string | null): string[] {
  return (text ?? '').split(/\n\s*\n/u).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
}
