import { Inject, Injectable } from '@nestjs/common';
import { accept, recogniseSocial, refuse, type Result, type Viewer } from '@lynkify/domain';
import { recogniseAny } from '@lynkify/platforms';
import { requireInWorkspace } from '../access/access.js';
import { Database, type Transaction } from '../database/database.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { ArtistReleasesAnswer, FoundRelease, Lookup, ServiceId } from '../lookups/lookup.js';
import { Lookups } from '../lookups/lookups.js';
import { lineOfFound } from './catalogue-line.js';
import { csvLimits } from './csv/read-csv.js';
import { artistSettings, ImportEntity, type ArtistSettings } from './import.entity.js';
import { insertFoundLines } from './import-lines.js';
import { findSameRelease } from './same-release.js';

/** An artist's page at a service that lists releases. */
export interface ArtistPage {
  service: ServiceId;
  platform: string;
  url: string;
}

/** The first page of an artist's releases, before anything is made of them. */
export interface ArtistPreview {
  name: string;
  service: string;
  releases: { found: FoundRelease; releaseId: string | null }[];
  hasMore: boolean;
}

/** Which service lists the releases behind a page of this platform. */
const services: Readonly<Record<string, ServiceId>> = { apple_music: 'itunes', itunes: 'itunes', deezer: 'deezer', musicbrainz: 'musicbrainz', spotify: 'spotify', tidal: 'tidal' };

/**
 * Somebody looks at the preview: a turn is worth waiting for, also behind what is looked up for a whole catalogue. Nobody
 * waits for the next page of a long list.
 */
const patience = { preview: 15_000, job: 1_000 };

/** A service that is away is asked again after growing pauses, for a day. */
const longestPause = 60 * 60_000;
const givenUpAfter = 24 * 60 * 60_000;

@Injectable()
export class ArtistPages {
  constructor(
    private readonly database: Database,
    private readonly lookups: Lookups,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The artist's page that a text is, at a service that can be asked. */
  find(text: string): Result<ArtistPage, 'ARTIST_PAGE_UNKNOWN' | 'SERVICE_NOT_CONFIGURED'> {
    const known = recognisePage(text);
    const lookup = known ? this.lookups.all.find(({ service }) => service === services[known.platform]) : undefined;
    if (!known || !lookup?.artistReleases) {
      return refuse('ARTIST_PAGE_UNKNOWN', ['url'], `This is no artist’s page that lists releases. Paste the artist’s page on ${this.listing().join(', ')}.`);
    }
    if (!lookup.configured) return refuse('SERVICE_NOT_CONFIGURED', ['url'], `This instance has no keys for ${lookup.name}. Paste the artist’s page on ${this.listing().join(', ')}.`);
    return accept({ service: lookup.service, ...known });
  }

  /** The country whose catalogue is read. */
  country(text: string | null | undefined): Result<string, 'COUNTRY_INVALID'> {
    const typed = text?.trim().toUpperCase() ?? '';
    if (typed === '') return accept(this.environment.lookups.defaultCountry);
    return /^[A-Z]{2}$/u.test(typed) ? accept(typed) : refuse('COUNTRY_INVALID', ['country'], 'Give the country as two letters, like DE.');
  }

  /** What an artist's page lists first, and which of it is there already. */
  async preview(viewer: Viewer, input: { url: string; country?: string | null; artistId?: string | null }): Promise<Result<ArtistPreview>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const page = this.find(input.url);
    const country = this.country(input.country);
    if (!page.ok || !country.ok) return { ok: false, errors: [...(page.ok ? [] : page.errors), ...(country.ok ? [] : country.errors)] };
    const lookup = this.lookups.get(page.value.service);
    const answer = await ask(lookup, page.value, country.value, null, patience.preview);
    if (answer.outcome === 'missed') return refuse('ARTIST_NOT_FOUND', ['url'], notThere(lookup.name));
    if (answer.outcome === 'unavailable') return refuse('SERVICE_UNAVAILABLE', ['url'], answer.message);
    const { artistId = null } = input;
    const releases = await this.database.inWorkspace(inside, async (tx) => {
      const listed: ArtistPreview['releases'] = [];
      for (const found of answer.releases) listed.push({ found, releaseId: artistId === null ? null : await knownRelease(tx, artistId, found) });
      return listed;
    });
    return accept({ name: answer.artist.name, service: lookup.name, releases, hasMore: answer.next !== null });
  }

  /**
   * Reads the next page of an import's artist into its lines; after the last one the import runs.
   * @returns when to go on; null when there is nothing more to do
   */
  async readNext(source: ImportEntity): Promise<{ at?: Date } | null> {
    const settings = artistSettings(source);
    if (!settings) return null;
    const lookup = this.lookups.get(settings.service);
    const answer = await ask(lookup, { ...settings, url: source.source }, settings.country, settings.cursor, patience.job);
    return this.database.inWorkspace(source, async (tx) => {
      const row = await tx.findOne(ImportEntity, { where: { id: source.id }, lock: { mode: 'pessimistic_write' } });
      const now = row && artistSettings(row);
      // Cancelled meanwhile, or another run was here.
      if (!row || !now || row.status !== 'reading' || now.cursor !== settings.cursor) return null;
      if (answer.outcome === 'unavailable') return postpone(tx, row, answer, lookup.name);
      if (answer.outcome === 'missed') return fail(tx, row, notThere(lookup.name));
      await insertFoundLines(tx, row, answer.releases.filter(({ links: [first] }) => !first || !settings.except?.includes(first.url)));
      const [counted]: { lines: number }[] = await tx.query('select count(*)::int as lines from import_lines where import_id = $1', [row.id]);
      const full = (counted?.lines ?? 0) >= csvLimits.lines;
      const over = answer.next === null || answer.next === settings.cursor || full;
      const next: ArtistSettings = { ...now, name: answer.artist.name || now.name, cursor: answer.next };
      await tx.query(`update imports set settings = $2, status = $3, message = $4, retry_at = null where id = $1`, [
        row.id,
        JSON.stringify(next),
        over ? 'running' : 'reading',
        full ? `Only the first ${csvLimits.lines.toLocaleString('en')} releases were read.` : '',
      ]);
      return {};
    });
  }

  /** Names of the services that list an artist's releases and can be asked. */
  private listing(): string[] {
    return this.lookups.all.filter((lookup) => lookup.artistReleases && lookup.configured).map(({ service, name }) => (service === 'itunes' ? 'Apple Music' : name));
  }
}

function recognisePage(text: string): { platform: string; url: string } | null {
  const found = recogniseAny(text);
  if (found.status === 'recognised') return found.entity === 'artist' ? { platform: found.platform, url: found.url } : null;
  // MusicBrainz is no place to hear a release, so the catalogue of platforms does not have it.
  const social = recogniseSocial(text);
  return social?.network === 'musicbrainz' && social.handle !== undefined ? { platform: 'musicbrainz', url: social.url } : null;
}

async function ask(lookup: Lookup, page: { platform: string; url: string }, country: string, cursor: string | null, patienceMs: number): Promise<ArtistReleasesAnswer> {
  if (!lookup.artistReleases) return { outcome: 'missed' };
  return lookup.artistReleases({ platform: page.platform, url: page.url }, country, cursor, { patienceMs });
}

async function knownRelease(tx: Transaction, artistId: string, found: FoundRelease): Promise<string | null> {
  const line = lineOfFound(found);
  return line.ok ? ((await findSameRelease(tx, artistId, line.value))?.id ?? null) : null;
}

const notThere = (service: string) => `${service} knows no such artist, or none with releases in this country.`;

async function postpone(tx: Transaction, row: ImportEntity, answer: Extract<ArtistReleasesAnswer, { outcome: 'unavailable' }>, service: string): Promise<{ at: Date } | null> {
  if (answer.reason === 'refused') return fail(tx, row, answer.message);
  const waited = Date.now() - (row.startedAt ?? row.createdAt).getTime();
  if (waited > givenUpAfter) return fail(tx, row, `${service} could not be read for a day: ${answer.message} Begin again when it can.`);
  const at = answer.retryAt ?? new Date(Date.now() + Math.min(longestPause, Math.max(10_000, waited)));
  await tx.query('update imports set message = $2, retry_at = $3 where id = $1', [row.id, `${answer.message} It goes on by itself.`, at]);
  return { at };
}

async function fail(tx: Transaction, row: ImportEntity, message: string): Promise<null> {
  await tx.query(`update imports set status = 'failed', message = $2, retry_at = null, finished_at = now() where id = $1`, [row.id, message]);
  return null;
}
