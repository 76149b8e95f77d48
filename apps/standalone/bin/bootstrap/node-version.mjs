import { spawnSync } from 'node:child_process';

const least = [20, 19];

/**
 * What is wrong with the Node that runs this, or null. Said before anything is imported that an old Node could not read.
 * @returns {string | null}
 */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return null;
  return `Lynkify needs Node ${least.join('.')} or newer; this is ${version}.\nInstall a newer one from https://nodejs.org, or with nvm: nvm install 24`;
}

/** @returns {string | null} */
export function npmProblem() {
  const { status, error } = npm(['--version'], { stdio: 'ignore' });
  if (!error && status === 0) return null;
  return 'npm was not found. It comes with Node: install Node again from https://nodejs.org.';
}

/** npm is a batch file on Windows, which only a shell starts. */
export const npmCommand = process.platform === 'win32' ? { command: 'npm.cmd', shell: true } : { command: 'npm', shell: false };

function npm(args, options) {
  return spawnSync(npmCommand.command, args, { ...options, shell: npmCommand.shell });
}
