import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ViewerContext } from '../access/enforce-permissions.js';

/** What lives as long as one GraphQL request. */
export interface RequestContext extends ViewerContext {
  request: FastifyRequest;
  reply: FastifyReply;
  loaders: Map<symbol, unknown>;
}

/** Loads single things by key in one query per request, whoever asks for them. */
export interface LoaderOf<Key, Value> {
  (context: RequestContext): DataLoader<Key, Value>;
}

/**
 * Declares a batch loader that is made once per request.
 * @param load all of these keys at once, answers in their order; null for what is not there
 */
export function batchLoader<Key, Value>(load: (context: RequestContext, keys: readonly Key[]) => Promise<readonly Value[]>): LoaderOf<Key, Value> {
  const name = Symbol('loader');
  return (context) => {
    const known = context.loaders.get(name);
    if (known instanceof DataLoader) return known as DataLoader<Key, Value>;
    const made = new DataLoader<Key, Value>((keys) => load(context, keys));
    context.loaders.set(name, made);
    return made;
  };
}
