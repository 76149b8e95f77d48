import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { mapOf } from '../typescript-loader.mjs';
import { useGlobals } from './globals.mjs';

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner');

/**
 * Jest's own runner, with one difference: a spec is loaded by Node, not into a context of its own. So what specs import
 * is loaded once for all spec files of a process, which is most of the time that a spec takes otherwise. Hooks, timeouts,
 * errors and results stay Jest's. There are no mocks of modules, no fake timers and no snapshots.
 * @type {import('jest-runner').TestFramework}
 */
export default async function runSpec(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  Object.assign(runtime.getSourceMaps(), { get: mapOf });
  try {
    return await circus(globalConfig, config, environment, native, testPath, sendMessageToJest);
  } finally {
    forget();
  }
}

/** The part of Jest's Runtime that its runner asks for. */
const native = {
  // The state of a run lives in that module: each spec file gets a new one.
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  },
  requireModule: require,
  setGlobalsForRuntime: useGlobals,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => import(path.startsWith('/') ? pathToFileURL(path).href : path),
  enterTestCode() {},
  leaveTestCode() {},
};

/** Takes from the process what the run has put there, above all the tests, which hold everything that they made. */
function forget() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'].includes(symbol.description)) delete globalThis[symbol];
  }
}
