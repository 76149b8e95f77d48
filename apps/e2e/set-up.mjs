// Jest's globalSetup: the product as `npm start -- --empty` serves it, in a data folder and on ports of its own.
import { Installation } from '@lynkify/testing';

/** A start that finds changed sources builds them first. */
const longestStart = 240_000;

export default async function setUp() {
  /** What the tear-down ends, the last first. */
  globalThis.lynkifyEnds = [];
  // Whoever works on these tests has one running already.
  if (process.env.LYNKIFY_PORTS) return;
  const installation = await Installation.make();
  globalThis.lynkifyEnds.push(() => installation.remove());
  try {
    await installation.start('--empty').served(longestStart);
  } catch (error) {
    await installation.remove();
    throw error;
  }
  process.env.LYNKIFY_PORTS = JSON.stringify(installation.ports);
}
