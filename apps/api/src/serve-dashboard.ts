import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses that are never a screen of the dashboard, whatever a browser says that it accepts. */
const notScreens = /^\/(?:graphql|v1|internal|media|healthz|readyz|assets)(?:\/|$)/;

/**
 * Serves the built dashboard: its files as they are, and index.html for every other address that a person opens. Files
 * under /assets carry a hash of their content in their name and are kept for ever; index.html is asked for each time.
 * @throws when the folder has no index.html
 */
export async function serveDashboard(fastify: FastifyInstance, folder: string): Promise<void> {
  const files = new Set((await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')));
  if (!files.has('index.html')) throw new Error(`DASHBOARD_DIR (${folder}) has no index.html: build the dashboard first.`);
  await fastify.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  fastify.get('/*', (request, reply) => {
    const path = pathOf(request);
    if (path === '') return sendFile(reply, 'index.html');
    if (path !== null && files.has(path)) return sendFile(reply, path);
    if (path !== null && !notScreens.test(`/${path}`) && wantsHtml(request)) return sendFile(reply, 'index.html');
    return reply.callNotFound();
  });
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const forEver = path.startsWith('assets/');
  void reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  return reply.sendFile(path);
}

/** The path without its leading slash, decoded; null when it cannot be. */
function pathOf(request: FastifyRequest): string | null {
  const [path = ''] = request.url.split('?');
  try {
    return decodeURIComponent(path).slice(1);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

const wantsHtml = (request: FastifyRequest) => request.headers.accept?.includes('text/html') ?? false;
