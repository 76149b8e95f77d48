import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

// Lets a test start the program from source, threads included: `node --conditions=@lynkify/source --import <this file>`.
// Node runs this file in the hooks' own thread as well, where there is nothing to register.
const asLoader = new URL(import.meta.url).searchParams.has('hooks');
if (!asLoader) register(`${import.meta.url}?hooks`);

const compiling = asLoader ? import('@swc/core') : null;

/** A relative import of `x.js` is the source file `x.ts` where there is no `x.js`. */
export async function resolve(specifier, context, next) {
  if (/^(?:\.{1,2}\/|file:).*\.js$/u.test(specifier)) {
    const asked = new URL(specifier, context.parentURL);
    for (const extension of ['.ts', '.tsx']) {
      const source = new URL(asked.href.replace(/\.js$/u, extension));
      if (!existsSync(asked) && existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/u.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  const { transform } = await compiling;
  const { code } = await transform(await readFile(path, 'utf8'), {
    filename: path,
    sourceMaps: 'inline',
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: path.endsWith('x'), decorators: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
