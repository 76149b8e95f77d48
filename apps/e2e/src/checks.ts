import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { desktop, phone } from './people.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/**
 * Everything that axe finds wrong with what is open, at both sizes, light and dark; empty when nothing is.
 * @param except rules that do not apply to what is looked at
 */
export async function barriers(page: Page, except: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  // Not "no request for a while": under load that never comes, and what was asked for is on the screen long before.
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null);
  await page.evaluate(axe);
  // Round about, so that the scheme changes twice and not at each size anew.
  for (const [{ name, viewport }, colorSchemes] of [[desktop, ['light', 'dark']], [phone, ['dark', 'light']]] as const) {
    await page.setViewportSize(viewport);
    for (const colorScheme of colorSchemes) {
      await page.emulateMedia({ colorScheme });
      // The dashboard follows by script, some frames later; the public pages by style alone.
      await page.waitForFunction((scheme: string) => [undefined, scheme].includes(document.documentElement.dataset.mantineColorScheme), colorScheme);
      await settled(page);
      // The preview is a page of its own, and looked at as such.
      const violations = await page.evaluate<Violation[]>(`axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => violations)`);
      for (const { id, impact, nodes } of violations.filter((violation) => !except.includes(violation.id))) found.push(`${name}, ${colorScheme}: ${id} (${impact}) at ${nodes.map(({ target, failureSummary }) => `${String(target)}: ${failureSummary ?? ''}`).join(' | ')}`);
    }
  }
  return found;
}

/** How many pixels stick out at the side of a phone of 360 px. */
export async function overhang(page: Page): Promise<number> {
  await page.setViewportSize({ width: 360, height: 780 });
  await settled(page);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Until letters and pictures have come and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await document.fonts.ready;
    // What a change of size or scheme sets moving begins with the next frame.
    await frames();
    // One that does not load is over as well: the browser complains of it, which is looked at elsewhere.
    await Promise.allSettled([...document.images].filter(({ complete, loading }) => !complete && loading !== 'lazy').map((image) => image.decode()));
    const running = () => document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity);
    // What ends may set something else moving.
    for (let ending = running(); ending.length > 0; ending = running()) {
      // One that is called off, since its element went away, has ended too.
      await Promise.allSettled(ending.map((animation) => animation.finished));
      await frames();
    }
    await frames();
  });
}
