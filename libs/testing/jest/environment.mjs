/**
 * The environment of a spec that Node itself loads: the process as it is. What Jest and a spec change of it is put back
 * after each spec file.
 */
export default class ProcessEnvironment {
  global = globalThis;
  /** Jest wants one; nothing is mocked in this house. */
  moduleMocker = { restoreAllMocks() {} };
  fakeTimers = null;
  fakeTimersModern = null;
  #before = { console: globalThis.console, exit: process.exit, env: { ...process.env } };

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }

  async setup() {}

  async teardown() {
    globalThis.console = this.#before.console;
    process.exit = this.#before.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.#before.env)) delete process.env[name];
    Object.assign(process.env, this.#before.env);
  }
}
