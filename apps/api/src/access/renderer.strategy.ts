import { createHash, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '@lynkify/domain';
import { Strategy, type VerifyFunctions } from 'passport-http-bearer';

/** Recognises the public renderer by the instance's own key. Anything else is left to the strategies after it. */
export function rendererStrategy(rendererKey: string): Strategy<VerifyFunctions> {
  const expected = digest(rendererKey);
  return new Strategy((token, done) => {
    const viewer: Viewer = { kind: 'renderer' };
    done(null, timingSafeEqual(digest(token), expected) ? viewer : false);
  });
}

const digest = (text: string) => createHash('sha256').update(text).digest();
