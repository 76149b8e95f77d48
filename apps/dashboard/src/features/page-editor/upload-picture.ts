import type { Picture } from '@lynkify/domain';
import { workspaceHeaders } from '../../api.js';
import { toPicture, type PictureFacts } from './editor-picture.js';

/** Most bytes of an upload, as the API has it. */
export const largestUpload = 20 * 1024 * 1024;

/** Why a picture was not taken, in words for people. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}

const words: Readonly<Record<string, string>> = {
  TOO_LARGE: 'This file is larger than 20 MB. Save it as a JPEG, or make it smaller.',
  SVG_REFUSED: 'SVG files cannot be used. Export the picture as PNG or JPEG.',
  NOT_A_PICTURE: 'This is not a picture that pages can show. Use JPEG, PNG or WebP.',
  TOO_MANY_PIXELS: 'This picture is larger than 6000 × 6000 pixels. Make it smaller and upload it again.',
  BROKEN_PICTURE: 'This file is damaged or not complete. Export it again.',
  UNAUTHENTICATED: 'You were signed out. Sign in again, then upload it once more.',
  FORBIDDEN: 'Your role does not upload pictures.',
  TOO_MANY_REQUESTS: 'That was too often. Wait a moment, then upload it again.',
};

function messageOf(status: number, answer: unknown): string {
  const { code, message } = typeof answer === 'object' && answer !== null ? (answer as { code?: unknown; message?: unknown }) : {};
  if (typeof code === 'string' && Object.hasOwn(words, code)) return words[code] ?? '';
  if (status === 413) return words['TOO_LARGE'] ?? '';
  if (status < 500 && typeof message === 'string' && message !== '') return message;
  return 'The picture could not be stored. Try again in a moment.';
}

function isPicture(answer: unknown): answer is PictureFacts {
  return typeof answer === 'object' && answer !== null && 'id' in answer && 'widths' in answer && 'colours' in answer;
}

/**
 * Uploads one picture. `onProgress` gets the share that has left, 0–1; at 1 the sizes are being made.
 * @throws UploadError
 */
export function uploadPicture(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Picture> {
  return new Promise((resolve, reject) => {
    // Of the two ways to send from a browser, only this one tells how far an upload is.
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const finish = (settle: () => void) => {
      signal.removeEventListener('abort', abort);
      settle();
    };
    request.open('POST', '/v1/media');
    request.responseType = 'json';
    for (const [name, value] of Object.entries(workspaceHeaders())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(total === 0 ? 1 : loaded / total);
    });
    request.addEventListener('load', () =>
      finish(() => {
        const answer: unknown = request.response;
        if (request.status === 201 && isPicture(answer)) resolve(toPicture(answer, ''));
        else reject(new UploadError(messageOf(request.status, answer)));
      }),
    );
    request.addEventListener('error', () => finish(() => reject(new UploadError('The upload did not get through. Check your network, then try again.'))));
    request.addEventListener('abort', () => finish(() => reject(new DOMException('The upload was stopped.', 'AbortError'))));
    signal.addEventListener('abort', abort);
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
