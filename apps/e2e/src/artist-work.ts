import type { Locator, Page } from 'playwright-core';
import type { Product } from './environment.js';
import { linkIn, mailTo } from './mails.js';
import { gone, see } from './people.js';

export const password = 'a sleeve full of songs';

/** From nothing to a desk of one's own: account, confirmed address, workspace, artist. */
export async function becomeAnArtist(page: Page, product: Product, who: { email: string; person: string; artist: string; handle: string }): Promise<void> {
  await signUp(page, product, who);
  await see(page.getByRole('heading', { name: 'What do you call yourself?' }));
  await page.getByLabel('Artist name').fill(who.artist);
  const address = page.getByRole('textbox', { name: 'Address' });
  await address.fill('admin');
  await see(page.getByText('“admin” is kept for the product itself.'));
  await address.fill(who.handle);
  await see(page.getByText('This address is free.'));
  await page.getByRole('button', { name: 'Go on' }).click();
  await see(page.getByRole('heading', { name: 'Paste a link to your release' }));
}

/** An account whose address was confirmed by the link in the mail. */
export async function signUp(page: Page, product: Product, { email, person }: { email: string; person: string }): Promise<void> {
  await page.goto(`${product.apiUrl}/sign-up`);
  await page.getByLabel('Your name').fill(person);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await see(page.getByRole('heading', { name: 'Check your mail' }));
  await page.goto(linkIn(await mailTo(product, email, /Confirm your email/u), '/confirm-email'));
  await page.getByRole('button', { name: 'Confirm and go on' }).click();
  await gone(page.getByRole('heading', { name: 'Confirm your address' }));
}

export async function signIn(page: Page, product: Product, email: string, secret = password): Promise<void> {
  await page.goto(`${product.apiUrl}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await gone(page.getByRole('heading', { name: 'Sign in' }));
}

/** Goes to one of the places in the rail or in the bar at the thumb. */
export async function goTo(page: Page, place: 'Home' | 'Releases' | 'Bio page' | 'Fans' | 'Numbers'): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  await see(page.getByRole('heading', { level: 1, name: place }));
}

export async function goToSettings(page: Page, part: 'Sessions' | 'Members' | 'API keys' | 'Artists'): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: part, exact: true }).click();
  await see(page.getByRole('heading', { level: 1, name: part }));
}

/** The row of one line in what the paste box says. */
export const pasted = (page: Page, url: string | RegExp): Locator => page.getByRole('list', { name: 'What was pasted' }).getByRole('listitem').filter({ hasText: url });

/** Until everything that was typed is on the server. */
export const saved = (page: Page): Promise<void> => see(page.getByRole('status').filter({ hasText: /^(?:Saved|All changes saved)/u }));

/** Chooses in a control of a few segments, as by a press on its words. */
export const choose = (page: Page, control: string, segment: string): Promise<void> => page.getByRole('radiogroup', { name: control }).getByText(segment, { exact: true }).click();

/** The page in the preview, which stands beside the form or, on a phone, in its place. */
export async function inPreview(page: Page, title: string, look: (preview: ReturnType<Locator['contentFrame']>) => Promise<void>): Promise<void> {
  const aside = page.getByRole('radiogroup', { name: 'Show' });
  const narrow = await aside.isVisible();
  if (narrow) await choose(page, 'Show', 'Preview');
  await look(page.getByTitle(title).contentFrame());
  if (narrow) await choose(page, 'Show', 'Edit');
}

/** Drags one item of a sortable list to the place of another that stands above it. */
export async function dragAbove(page: Page, name: string, above: string): Promise<void> {
  const handle = (of: string) => page.getByRole('button', { name: `Move ${of}` });
  await handle(name).hover();
  const to = await handle(above).boundingBox();
  if (!to) throw new Error(`${above} is not to be seen.`);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.getByText(new RegExp(`^${name} to place 1 of`, 'u')).first().waitFor({ state: 'attached' });
  await page.mouse.up();
  await page.getByText(new RegExp(`^${name} put down`, 'u')).first().waitFor({ state: 'attached' });
}

/** Moves an item of a sortable list to a place further up, by keyboard alone; each step is said aloud. */
export async function moveUp(page: Page, name: string, { from, to }: { from: number; to: number }): Promise<void> {
  const said = (words: string) => page.getByText(new RegExp(`^${name} ${words}`, 'u')).first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: `Move ${name}` }).focus();
  await page.keyboard.press('Space');
  await said(`(?:picked up, place ${from}|to place ${from}) of`);
  for (let place = from - 1; place >= to; place -= 1) {
    await page.keyboard.press('ArrowUp');
    await said(`to place ${place} of`);
  }
  await page.keyboard.press('Space');
  await said('put down');
}

/** Publishes what is open. @returns the public address */
export async function publish(page: Page): Promise<string> {
  await saved(page);
  await page.getByRole('button', { name: /^Publish(?: changes)?$/u }).click();
  await page.getByRole('button', { name: /^Publish (?:now|changes)$/u }).last().click();
  await see(page.getByText('It is live'));
  const address = await page.getByRole('link', { name: 'Open the page' }).getAttribute('href');
  await page.keyboard.press('Escape');
  await gone(page.getByText('It is live'));
  return address ?? '';
}
