import { GraphQLRequestError } from '@lynkify/contract';
import { workspaceHeaders } from '../../api.js';
import { csv } from '../../csv.js';
import { csvRefusal } from '../fans/csv-refusal.js';

/** Most bytes of a catalogue, as the API has it. */
const largest = 10 * 1024 * 1024;

/** Sends a file to be read. Nothing is made of it before it is confirmed. @returns the import's id */
export async function uploadCatalogue(file: File): Promise<string> {
  if (file.size > largest) throw new GraphQLRequestError('The file is larger than 10 MB. Split it and import the parts one after the other.', { code: 'TOO_LARGE' });
  const form = new FormData();
  // Fields are read in their order, and the file is the last.
  form.append('start', 'false');
  form.append('file', file);
  const response = await fetch('/v1/imports', { method: 'POST', headers: workspaceHeaders(), body: form }).catch((cause: unknown) => {
    throw GraphQLRequestError.offline(cause);
  });
  if (!response.ok) throw await csvRefusal(response);
  const { import: made } = (await response.json()) as { import: { id: string } };
  return made.id;
}

/** A catalogue to fill in, with a release that shows how. */
export function catalogueTemplate(): Blob {
  return csv([
    ['Artist', 'Title', 'Type', 'Release date', 'UPC', 'ISRC', 'Label', 'Spotify link', 'Apple Music link', 'Other link'],
    ['Lady Gaga & Bruno Mars', 'Die With A Smile', 'Single', '2024-08-16', '602475093060', 'USUM72409273', 'Interscope Records', 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', '', 'https://www.deezer.com/album/629506181'],
  ]);
}
