// What a spec gets for `@jest/globals`. Spec files of a process share what they import, so these are bindings that the
// runner points at the functions of the file it runs.
export let describe, it, test, expect, beforeAll, beforeEach, afterEach, afterAll;

/** Points the names above at one spec file's. */
export function useGlobals(globals) {
  ({ describe, it, test, expect, beforeAll, beforeEach, afterEach, afterAll } = globals);
}
