/** Calm progress: one line a step. On a terminal the line counts its seconds; in a file it is written when it is known. */
export function say(text = '') {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs one step under its line of progress.
 * @template T
 * @param {string} doing what is going on, e.g. "Installing packages"
 * @param {string} done what it is called afterwards, e.g. "Packages installed"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(doing, done, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const live = process.stdout.isTTY === true;
  const paint = () => process.stdout.write(`\r\x1b[2K  ${doing} … ${seconds()} s`);
  if (live) paint();
  else say(`  ${doing} …`);
  const clock = live ? setInterval(paint, 1000) : undefined;
  try {
    const result = await work();
    clearInterval(clock);
    const took = seconds() > 1 ? ` (${seconds()} s)` : '';
    if (live) process.stdout.write(`\r\x1b[2K  ${done}${took}\n`);
    else if (took) say(`  ${done}${took}`);
    return result;
  } catch (error) {
    clearInterval(clock);
    if (live) process.stdout.write('\r\x1b[2K');
    throw error;
  }
}
