import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

// Loads the house from source, in Jest's processes and, threads included, in programs that tests start:
// `node --conditions=@lynkify/source --import <this file>`.
// Node runs this file in the hooks' own thread as well, where there is nothing to register.
const asLoader = new URL(import.meta.url).searchParams.has('hooks');
if (!asLoader) register(`${import.meta.url}?hooks`);

const cache = new URL('../../node_modules/.cache/lynkify-tests/', import.meta.url);

/** A relative import of `x.js` is the source file `x.ts` where there is no `x.js`; our libraries are their sources. */
export async function resolve(specifier, context, next) {
  if (/^(?:\.{1,2}\/|file:).*\.js$/u.test(specifier)) {
    const asked = new URL(specifier, context.parentURL);
    for (const extension of ['.ts', '.tsx']) {
      const source = new URL(asked.href.replace(/\.js$/u, extension));
      if (!existsSync(asked) && existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
  }
  if (specifier === '@jest/globals') return { url: new URL('jest/globals.mjs', import.meta.url).href, format: 'module', shortCircuit: true };
  if (specifier.startsWith('@lynkify/')) return next(specifier, { ...context, conditions: [...context.conditions, '@lynkify/source'] });
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/u.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  return { format: 'module', source: await compiled(path, await readFile(path, 'utf8')), shortCircuit: true };
}

const keptAt = (path, text) => new URL(`${createHash('sha256').update('with metadata of decorators').update(path).update(text).digest('hex')}.js`, cache);

/** What swc makes of a file, kept beside the installed packages: a test file starts this program a dozen times. */
async function compiled(path, text) {
  const kept = keptAt(path, text);
  if (existsSync(kept)) return readFile(kept, 'utf8');
  const { transform } = await import('@swc/core');
  const { code } = await transform(text, {
    filename: path,
    sourceMaps: 'inline',
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: path.endsWith('x'), decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } }, keepClassNames: true },
    module: { type: 'es6' },
  });
  const fresh = new URL(`${kept.href}.${process.pid}`);
  await mkdir(cache, { recursive: true });
  await writeFile(fresh, code);
  await rename(fresh, kept);
  return code;
}

const maps = new Map();

/** The source map of a loaded TypeScript file as a `data:` URL, for whoever prints its stack. */
export function mapOf(url) {
  if (!/^file:.*\.tsx?$/u.test(url)) return undefined;
  if (!maps.has(url)) {
    const path = fileURLToPath(url);
    const kept = keptAt(path, readFileSync(path, 'utf8'));
    maps.set(url, existsSync(kept) ? readFileSync(kept, 'utf8').split('//# sourceMappingURL=').at(-1).trim() : undefined);
  }
  return maps.get(url);
}
