#!/usr/bin/env node
// Makes the two pictures of the README from the demo workspace.
//   node apps/e2e/bin/pictures.mjs            apps/e2e/pictures/dashboard.png and page.png
//   node apps/e2e/bin/pictures.mjs --all DIR  every screen at both sizes, light and dark, for looking at
// Starts an installation of its own, which takes a minute.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Installation, launchBrowser } from '@lynkify/testing';
import sharp from 'sharp';

const here = dirname(fileURLToPath(import.meta.url));
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };
const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const smartLink = '/adult-dvd/broken-english';
const pages = { instance: '/', 'smart-link': smartLink, 'bio-page': '/adult-dvd', joined: `${smartLink}/joined`, 'not-found': '/nobody-is-here' };
const accounts = { 'sign-in': '/sign-in', 'sign-up': '/sign-up', 'forgot-password': '/forgot-password' };

async function main([option, folder]) {
  if (option !== undefined && (option !== '--all' || folder === undefined)) throw new Error('Say nothing, or --all and a folder.');
  const installation = await Installation.make();
  const browser = await launchBrowser();
  try {
    const run = installation.start();
    await run.served(300_000);
    const product = { api: `http://localhost:${installation.ports.api}`, pages: `http://localhost:${installation.ports.pages}` };
    const [, email, password] = /Demo login\s+(\S+)\s+Password\s+(.+)/u.exec(run.output) ?? [];
    if (option === '--all') await everyScreen(browser, product, { email, password }, resolve(folder));
    else await readmePictures(browser, product, { email, password });
  } finally {
    await browser.close();
    await installation.remove();
  }
}

async function readmePictures(browser, product, login) {
  const folder = join(here, '../pictures');
  mkdirSync(folder, { recursive: true });
  const desk = await open(browser, { viewport: sizes.desktop, scale: 2 });
  await signIn(desk, product, login);
  await keep(desk, join(folder, 'dashboard.png'));
  const fan = await open(browser, { viewport: sizes.phone, scale: 2 });
  await visit(fan, `${product.pages}${smartLink}`);
  await keep(fan, join(folder, 'page.png'));
}

async function everyScreen(browser, product, login, folder) {
  mkdirSync(folder, { recursive: true });
  const screens = JSON.parse(readFileSync(join(here, '../src/dashboard-screens.json'), 'utf8'));
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const scheme of ['light', 'dark']) {
      const page = await open(browser, { viewport, scheme });
      const shoot = async (name, url) => {
        await visit(page, url);
        await page.screenshot({ path: join(folder, `${name}-${size}-${scheme}.png`), fullPage: true });
      };
      for (const [name, path] of Object.entries(pages)) await shoot(`page-${name}`, product.pages + path);
      for (const [name, path] of Object.entries(accounts)) await shoot(name, product.api + path);
      await signIn(page, product, login);
      const ids = { release: await firstId(page, `${product.api}/releases`, '/releases/'), fan: await firstId(page, `${product.api}/fans`, '/fans/') };
      for (const { name, path } of screens) await shoot(name, product.api + path.replace(/\{(\w+)\}/u, (_, what) => ids[what]));
      await page.context().close();
    }
  }
}

async function open(browser, { viewport, scheme = 'light', scale = 1 }) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, colorScheme: scheme, userAgent: agent, reducedMotion: 'reduce', locale: 'en-GB' });
  return context.newPage();
}

async function signIn(page, product, { email, password }) {
  await page.goto(`${product.api}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await settled(page);
}

async function firstId(page, url, prefix) {
  await visit(page, url);
  const links = await page.getByRole('main').getByRole('link').evaluateAll((found) => found.map((link) => new URL(link.href).pathname));
  return links.find((path) => path.startsWith(prefix) && path.slice(prefix.length).includes('-')).slice(prefix.length);
}

async function visit(page, url) {
  await page.goto(url);
  await settled(page);
}

/** Until everything has come, pictures and letters included. */
async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].filter((image) => image.loading !== 'lazy').map((image) => image.decode().catch(() => undefined)));
  });
}

async function keep(page, path) {
  await sharp(await page.screenshot()).png({ palette: true, quality: 90, effort: 10 }).toFile(path);
}

await main(process.argv.slice(2));
