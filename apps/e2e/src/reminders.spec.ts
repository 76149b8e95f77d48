import { describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { cast } from './cast.js';
import { readProduct } from './environment.js';
import { pressAndFollow } from './fan-visit.js';
import { linkIn, mailTo } from './mails.js';
import { phone, see, typeLikeAPerson, unique } from './people.js';
import { realRelease } from './real-releases.js';
import { publishRelease, seedArtist } from './world.js';

const product = readProduct();
const smile = realRelease('die-with-a-smile');
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('before a release', () => {
  const { arrives, story } = cast();

  it('a fan asks to be reminded, without a script, and on release day gets one mail whose first button is their platform', story(async () => {
    const artist = await seedArtist(product, 'Lady Gaga & Bruno Mars');
    const { spotify = '', deezer = '', apple_music: apple = '' } = smile.urls;
    const { id, address } = await publishRelease(artist, { title: smile.title, links: [spotify, deezer, apple].filter((url) => url !== ''), releaseDate: dayFromNow(9) });
    const fan = await arrives({ screen: phone, javaScript: false });
    const email = `${unique('fan')}@example.com`;

    await fan.page.goto(address);
    await see(fan.page.getByText(/^in \d+ days$/u));
    expect(await pressAndFollow(fan.page, 'Deezer Pre-save')).toContain('deezer.com');
    const calendar = await fan.page.request.get(new URL((await fan.page.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')) ?? '', address).href);
    expect(calendar.headers()['content-type']).toContain('text/calendar');
    expect(await calendar.text()).toContain('BEGIN:VEVENT\r\n');

    await typeLikeAPerson(fan.page.getByRole('textbox', { name: 'Email' }), email);
    await see(fan.page.getByText('You get one email when “Die With A Smile”'));
    await fan.page.getByRole('button', { name: 'Remind me' }).click();
    await see(fan.page.getByRole('heading', { name: 'Check your mail' }));
    const asking = await mailTo(product, email, /Please confirm/u);
    await fan.page.goto(linkIn(asking, '/confirm/reminder/'));
    expect(await fan.page.getByRole('combobox', { name: 'Where do you listen?' }).inputValue()).toBe('deezer');
    await fan.page.getByRole('button', { name: 'Remind me' }).click();
    await see(fan.page.getByRole('heading', { name: 'You’re set' }));

    const counts = async () => (await artist.ask<{ release: { reminders: Record<string, number> } }>('query Counts($id: ID!) { release(id: $id) { reminders { asked confirmed sent } } }', { id })).release.reminders;
    expect(await counts()).toEqual({ asked: 1, confirmed: 1, sent: 0 });
    // The day comes: the artist moves it, which is the same to everybody else.
    await artist.ask('mutation Move($input: UpdateReleaseInput!) { updateRelease(input: $input) { userErrors { message } } }', { input: { releaseId: id, releaseDate: dayFromNow(-1) } });
    await artist.ask('mutation Publish($input: PublishReleaseInput!) { publishRelease(input: $input) { userErrors { message } } }', { input: { releaseId: id } });

    const mail = await mailTo(product, email, /is out$/u);
    expect(mail.text.match(/\/go\/\w+/gu)?.[0]).toBe('/go/deezer');
    await until(async () => {
      await fan.page.goto(address);
      return fan.page.getByRole('link', { name: 'Deezer Play' }).isVisible();
    }, 10_000);
    expect(await fan.page.getByRole('button', { name: 'Remind me' }).count()).toBe(0);
    expect(await counts()).toEqual({ asked: 1, confirmed: 1, sent: 1 });
    expect(fan.complaints.filter((text) => !/ERR_NAME_NOT_RESOLVED/u.test(text))).toEqual([]);
    await artist.leave();
  }), 120_000);
});
