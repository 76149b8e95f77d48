import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { becomeAnArtist, goTo, goToSettings, password, signIn } from './artist-work.js';
import { cast } from './cast.js';
import { readProduct } from './environment.js';
import { askAs } from './graphql.js';
import { linkIn, mailTo } from './mails.js';
import { desktop, gone, phone, see, unique, type Screen } from './people.js';
import { realRelease } from './real-releases.js';
import { seedArtist } from './world.js';

const smile = realRelease('die-with-a-smile');
const product = readProduct();

describe.each([phone, desktop])('on $name', (screen: Screen) => {
  const { arrives, story } = cast();
  const newArtist = () => ({ email: `${unique('artist')}@example.com`, person: 'A Musician', artist: smile.artist, handle: unique('gaga-and-mars') });

  it('somebody ends another session, signs out, and finds back in after forgetting the password', story(async () => {
    const artist = newArtist();
    const here = await arrives({ screen });
    await becomeAnArtist(here.page, product, artist);

    const elsewhere = await arrives({ screen: phone });
    await signIn(elsewhere.page, product, artist.email);
    await see(elsewhere.page.getByRole('heading', { name: 'Paste a link to your release' }));
    await goToSettings(here.page, 'Sessions');
    await here.page.getByRole('button', { name: /^End the session of/u }).click();
    await gone(here.page.getByRole('button', { name: /^End the session of/u }));
    await elsewhere.page.reload();
    await see(elsewhere.page.getByRole('heading', { name: 'Sign in' }));

    await here.page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    await see(here.page.getByRole('heading', { name: 'Sign in' }));
    await signInInVain(here.page, artist.email);

    await here.page.getByRole('link', { name: 'Forgotten your password?' }).click();
    // The screen before has an email of its own.
    await see(here.page.getByRole('heading', { name: 'A new password' }));
    await here.page.getByLabel('Email').fill(artist.email);
    await here.page.getByRole('button', { name: 'Send the link' }).click();
    await see(here.page.getByRole('heading', { name: 'Check your mail' }));
    await here.page.goto(linkIn(await mailTo(product, artist.email, /Choose a new password/u), '/reset-password'));
    await here.page.getByLabel('New password').fill(`${password}, and one more`);
    await here.page.getByRole('button', { name: 'Save and sign in' }).click();
    await see(here.page.getByRole('heading', { name: 'Paste a link to your release' }));

    await signIn(elsewhere.page, product, artist.email, `${password}, and one more`);
    await see(elsewhere.page.getByRole('heading', { name: 'Paste a link to your release' }));
  }), 90_000);

  it('an invited viewer comes in by the mail, sees everything and can change nothing', story(async () => {
    const owner = await arrives({ screen });
    const artist = await seedArtist(product, smile.artist);
    await owner.context.addCookies((await artist.session.storageState()).cookies);
    await artist.leave();
    await owner.page.goto(product.apiUrl);
    await owner.page.getByRole('textbox', { name: 'Paste a link to your release' }).fill(smile.urls['spotify'] ?? '');
    await owner.page.getByRole('button', { name: 'Make the page' }).click();
    await see(owner.page.getByRole('list', { name: 'Links of this release' }));
    const releaseId = new URL(owner.page.url()).pathname.split('/').at(-1);

    await goToSettings(owner.page, 'Members');
    const email = `${unique('viewer')}@example.com`;
    await owner.page.getByRole('textbox', { name: 'Email' }).fill(email);
    await owner.page.getByRole('combobox', { name: 'Role', exact: true }).click();
    await owner.page.getByRole('option', { name: 'Viewer' }).click();
    await owner.page.getByRole('button', { name: 'Send invitation' }).click();
    await see(owner.page.getByRole('region', { name: 'Invited, not here yet' }).getByText(email));

    const viewer = await arrives({ screen });
    await viewer.page.goto(linkIn(await mailTo(product, email, /^Join/u), '/invitation'));
    await see(viewer.page.getByRole('heading', { name: `Join ${smile.artist}` }));
    await viewer.page.getByLabel('Your name').fill('A Friend');
    await viewer.page.getByLabel('Password', { exact: true }).fill(password);
    await viewer.page.getByRole('button', { name: 'Make the account' }).click();
    await goTo(viewer.page, 'Releases');
    expect(await viewer.page.getByRole('link', { name: 'New release' }).count()).toBe(0);
    await viewer.page.getByRole('link', { name: 'Untitled release' }).first().click();
    await see(viewer.page.getByText('Your role looks at releases and does not change them.'));
    expect(await viewer.page.getByRole('textbox', { name: 'Title', exact: true }).isDisabled()).toBe(true);
    expect(await viewer.page.getByRole('button', { name: 'Publish' }).count()).toBe(0);

    const past = await askAs(product, viewer.context.request, 'mutation Rename($input: UpdateReleaseInput!) { updateRelease(input: $input) { release { title } } }', { input: { releaseId, title: 'Mine now' } });
    expect(past.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect([...owner.complaints, ...viewer.complaints]).toEqual([]);
  }), 90_000);
});

describe('while the API cannot be reached', () => {
  const { arrives, story } = cast();

  it.each(['/sign-in', '/sign-up', '/'])('%s says so and offers another try, and takes nobody for a guest', (path) =>
    story(async () => {
      const { page } = await arrives({ screen: desktop });
      await page.route('**/graphql', (route) => route.abort('connectionrefused'));
      await page.goto(product.apiUrl + path);
      await see(page.getByRole('alert').getByRole('button', { name: 'Try again' }));
      expect(await page.getByLabel('Email').count()).toBe(0);

      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Try again' }).click();
      await see(page.getByLabel('Email'));
    })());
});

async function signInInVain(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await see(page.getByRole('alert'));
}
