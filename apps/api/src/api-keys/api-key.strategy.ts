import { Strategy, type VerifyFunctions } from 'passport-http-bearer';
import type { ApiKeysService } from './api-keys.service.js';

/** Recognises a script by its API key. What is not shaped like one is not looked up. */
export function apiKeyStrategy(keys: ApiKeysService): Strategy<VerifyFunctions> {
  return new Strategy((token, done) => {
    keys.identify(token).then(
      (viewer) => done(null, viewer ?? false),
      (error: unknown) => done(error),
    );
  });
}
