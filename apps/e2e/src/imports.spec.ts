import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gs1CheckDigit } from '@lynkify/domain';
import type { StandInRelease } from '@lynkify/testing';
import type { Page } from 'playwright-core';
import { goTo, publish } from './artist-work.js';
import { cast } from './cast.js';
import { barriers, overhang } from './checks.js';
import { productWithInternet, type ProductWithInternet } from './outside.js';
import { desktop, gone, phone, see } from './people.js';
import { realRelease } from './real-releases.js';
import { seedArtist, type Artist } from './world.js';

const smile = realRelease('die-with-a-smile');
/** Whose page is listed. Nothing else of theirs is in the catalogue of the stand-ins. */
const listed = 'Dreamcatcher';

/** A barcode with its check digit. */
function upc(index: number): string {
  const digits = `6024${String(index).padStart(7, '0')}`;
  return `${digits}${gs1CheckDigit(digits)}`;
}

/** So many singles of one artist, each with a page of its own on Deezer. */
function singlesOf(artist: string, amount: number): StandInRelease[] {
  return Array.from({ length: amount }, (_, index) => ({
    title: `Single ${index + 1}`, artist, type: 'single', releaseDate: '2024-08-16', upc: upc(index), label: 'Interscope',
    tracks: [{ title: `Single ${index + 1}`, isrc: `USUM7${String(index).padStart(7, '0')}`, durationMs: 180_000 }],
    urls: [`https://www.deezer.com/album/${629_000_000 + index}`], mbid: null,
  }));
}

/** Forty lines that a catalogue may have, three of which nobody can read: no title, a wrong barcode, a day that is none. */
function catalogue(): string {
  const lines = Array.from({ length: 37 }, (_, index) => `Track Record ${index + 1};${upc(500 + index)};16.08.2024;https://open.spotify.com/album/${String(index).padStart(22, '4')};${index}`);
  const broken = [`;${upc(900)};16.08.2024;;x`, 'Wrong barcode;602400000001;16.08.2024;;x', `No such day;${upc(901)};31.02.2024;;x`];
  return ['Titel;Barcode;Datum;Spotify Link;Shelf', ...lines.slice(0, 20), ...broken, ...lines.slice(20)].join('\r\n');
}

let outside: ProductWithInternet;
beforeAll(async () => {
  outside = await productWithInternet();
  outside.services.catalogue.push(...singlesOf(listed, 12));
}, 300_000);

describe.each([phone, desktop])('bringing releases in on $name', (screen) => {
  const { stays, story } = cast();
  const sits = stays({ screen }, async ({ context }) => context.addCookies((await artist.session.storageState()).cookies));
  let artist: Artist;
  beforeAll(async () => {
    artist = await seedArtist(outside.product, smile.artist);
  }, 60_000);
  afterAll(() => artist.leave());

  /** Looked for once: at both sizes, whichever screen it is. */
  async function hasNoBarriers(page: Page): Promise<void> {
    if (!screen.phone) return;
    expect(await barriers(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.setViewportSize(screen.viewport);
  }
  async function atTheDesk(): Promise<Page> {
    const { page } = await sits();
    await page.goto(outside.product.apiUrl);
    return page;
  }
  const titles = async () => (await artist.ask<{ releases: { nodes: { title: string }[] } }>('{ releases(first: 200) { nodes { title } } }')).releases.nodes.map(({ title }) => title);
  const finished = (page: Page) => page.getByText('Finished', { exact: true }).first().waitFor({ timeout: 60_000 });
  /** How many lines a filter says it has. */
  const amount = async (page: Page, filter: string) => (await page.getByRole('group', { name: 'Show lines' }).getByRole('button', { name: new RegExp(`^${filter} `, 'u') }).textContent())?.replace(/\D/gu, '');

  it('every release of an artist’s page comes but those that were left out', story(async () => {
    const page = await atTheDesk();
    await goTo(page, 'Releases');
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.getByRole('link', { name: /^Every release of an artist/u }).click();
    await page.getByLabel('Artist’s page').fill('https://www.deezer.com/album/629506181');
    await page.getByRole('button', { name: 'Look at the page' }).click();
    await see(page.getByText(/This is no artist’s page that lists releases/u));
    await page.getByLabel('Artist’s page').fill(outside.services.artistPage('deezer', listed));
    await page.getByRole('button', { name: 'Look at the page' }).click();
    await see(page.getByText('12 releases. None is here yet.'));
    await page.getByRole('checkbox', { name: 'Single 3', exact: true }).uncheck();
    await hasNoBarriers(page);
    await page.getByRole('button', { name: 'Import 11 releases' }).click();
    await finished(page);
    expect([await amount(page, 'All'), await amount(page, 'New')]).toEqual(['11', '11']);
    const made = await titles();
    expect(made).toHaveLength(11);
    expect(made).not.toContain('Single 3');

    // What is here already is said before anything is made once more.
    await page.goto(`${outside.product.apiUrl}/releases/import/artist`);
    await page.getByLabel('Artist’s page').fill(outside.services.artistPage('deezer', listed));
    await page.getByRole('button', { name: 'Look at the page' }).click();
    await see(page.getByText(/11 are here already/u));
    await page.getByRole('button', { name: 'Import 12 releases' }).click();
    await finished(page);
    expect([await amount(page, 'New'), await amount(page, 'Unchanged')]).toEqual(['1', '11']);
  }), 180_000);

  it('a spreadsheet is looked over, comes in without its broken lines, and says of each what became of it', story(async () => {
    const page = await atTheDesk();
    const before = (await titles()).length;
    await page.goto(`${outside.product.apiUrl}/releases/import/file`);
    const take = (name: string, content: string | Buffer) => page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await take('cover.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    await see(page.getByRole('alert'));
    await take('catalogue.csv', catalogue());
    await see(page.getByRole('heading', { level: 1, name: 'catalogue.csv' }));

    await see(page.getByRole('heading', { name: '3 lines cannot be read' }));
    const wrong = page.getByRole('list', { name: 'Lines that cannot be read' }).getByRole('listitem');
    expect(await wrong.count()).toBe(3);
    // Without a title nothing can begin; a column is given back what it was.
    const role = async (column: string, is: string) => {
      await page.getByRole('combobox', { name: `What “${column}” is` }).click();
      await page.getByRole('option', { name: is, exact: true }).click();
    };
    await role('Titel', 'Leave out');
    await see(page.getByText('Say which column is the title.'));
    expect(await page.getByRole('button', { name: /^Import /u }).isDisabled()).toBe(true);
    await role('Titel', 'Title');
    await see(page.getByRole('button', { name: 'Import 37 lines' }));
    await hasNoBarriers(page);
    expect(await titles()).toHaveLength(before);

    await page.getByRole('button', { name: 'Import 37 lines' }).click();
    await finished(page);
    expect([await amount(page, 'All'), await amount(page, 'New'), await amount(page, 'Refused')]).toEqual(['40', '37', '3']);
    await page.getByRole('button', { name: /^Refused /u }).click();
    await gone(page.getByRole('table', { name: 'Lines' }).getByText('Track Record 1', { exact: true }));
    await see(page.getByRole('row').filter({ hasText: 'Wrong barcode' }));
    expect(await page.getByRole('row').filter({ hasText: 'Refused' }).count()).toBe(3);
    await hasNoBarriers(page);

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the report' }).click()]);
    const report = await readFile(await download.path(), 'utf8');
    expect(report.trim().split('\r\n')).toHaveLength(41);
    expect(await titles()).toHaveLength(before + 37);

    await page.getByRole('link', { name: 'All imports' }).click();
    await see(page.getByRole('list', { name: 'Brought in so far' }).getByRole('link', { name: 'catalogue.csv' }));
  }), 180_000);

  it('a page elsewhere moves in from the paste box, with the address that it had', story(async () => {
    const { spotify = '', deezer = '' } = smile.urls;
    const name = 'DieWithASmile';
    outside.internet.site('gaga.lnk.to', ({ url }) => {
      const to = url.pathname.endsWith('/spotify') ? spotify : url.pathname.endsWith('/deezer') ? deezer : null;
      if (to !== null) return { status: 302, headers: { location: to } };
      return { body: `<!doctype html><title>x</title><meta property="og:title" content="Lady Gaga, Bruno Mars - Die With A Smile"><a href="/${name}/spotify">Play</a><a href="/${name}/deezer">Play</a>` };
    });
    const page = await atTheDesk();
    await goTo(page, 'Releases');
    await page.getByRole('link', { name: 'New release' }).click();
    await page.getByRole('textbox', { name: 'Links or a code' }).fill(`https://gaga.lnk.to/${name}`);
    await page.getByRole('link', { name: 'Bring over what it links to' }).click();
    await see(page.getByRole('heading', { name: 'Die With A Smile' }));
    const links = page.getByRole('list', { name: 'Links of the page' });
    await see(links.getByRole('checkbox', { name: 'Spotify' }));
    await links.getByRole('checkbox', { name: 'Deezer' }).uncheck();
    expect(await page.getByRole('textbox', { name: 'Address', exact: true }).inputValue()).toBe(name.toLowerCase());
    await hasNoBarriers(page);
    await page.getByRole('button', { name: 'Make the release with 1 link' }).click();
    await see(page.getByRole('list', { name: 'Links of this release' }).getByText('Spotify'));
    expect(new URL(await publish(page)).pathname).toBe(`/${artist.handle}/${name.toLowerCase()}`);
  }), 120_000);
});
