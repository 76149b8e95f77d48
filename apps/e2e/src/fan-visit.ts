import type { Page } from 'playwright-core';
import type { Product } from './environment.js';
import { linkIn, mailTo } from './mails.js';
import { see, typeLikeAPerson } from './people.js';

/** Presses a link that leads away. @returns where the answer sends the browser, which finds no host but this machine */
export async function pressAndFollow(page: Page, name: string | RegExp): Promise<string | undefined> {
  const from = page.url();
  const link = page.getByRole('link', { name }).first();
  const path = (await link.getAttribute('href')) ?? '';
  const [answer] = await Promise.all([page.waitForResponse((response) => response.url().endsWith(path) && response.status() === 302), link.click()]);
  const location = (await answer.allHeaders())['location'];
  await page.goto(from);
  return location;
}

/** Leaves an email on a page: first without the box, which is refused, then with it. */
export async function join(page: Page, email: string): Promise<void> {
  await typeLikeAPerson(page.getByRole('textbox', { name: 'Email' }), email);
  const box = page.getByRole('checkbox');
  if (await box.isChecked()) throw new Error('The box is ticked before anyone ticks it.');
  await page.getByRole('button', { name: 'Join' }).click();
  await see(page.getByText('Tick the box so that we may write to you.'));
  if ((await page.getByRole('textbox', { name: 'Email' }).inputValue()) !== email) throw new Error('What was typed is gone.');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Join' }).click();
  await see(page.getByRole('heading', { name: 'Check your mail' }));
}

/** Opens the link of the confirmation mail and presses the button there. @returns the link to unsubscribe */
export async function confirm(page: Page, product: Product, email: string): Promise<string> {
  const mail = await mailTo(product, email, /Please confirm/u);
  await page.goto(linkIn(mail, '/confirm/'));
  await see(page.getByRole('heading', { name: 'One press and you are in' }));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await see(page.getByRole('heading', { name: 'You are on the list' }));
  return linkIn(mail, '/unsubscribe/');
}
