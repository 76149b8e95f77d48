import { factSourceRank, fillFromMatch, previewsOf, type FieldOrigins, type TrackFacts } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { untitled, type ReleasesService } from '../releases/releases.service.js';
import { saveTracks } from '../tracks/save-tracks.js';
import type { TrackEntity } from '../tracks/track.entity.js';
import type { LookupRow } from './match-rows.js';

/**
 * Fills the release from what all services said so far, never over what a person typed.
 * @param touched whether something else of the release was changed already: its destinations
 * @returns the release as it is then
 */
export async function fillRelease(tx: Transaction, releases: ReleasesService, { release, tracks }: { release: ReleaseEntity; tracks: readonly TrackEntity[] }, lookups: readonly LookupRow[], touched: boolean): Promise<ReleaseEntity> {
  const { origins } = release;
  const said = lookups.flatMap(({ service, facts }) => (facts === null ? [] : [{ source: service, facts }]));
  const filling = fillFromMatch({ ...release, title: release.title === untitled ? '' : release.title, tracks: tracks.map(({ title, isrc, durationMs }) => ({ title, isrc, durationMs })) }, origins, said);
  const { tracks: listed, ...fields } = filling.values;
  const known: readonly TrackFacts[] = listed ?? tracks;
  const previews = previewsOf(known, said);
  const heard = previews.some((preview, index) => preview !== (known[index]?.previewUrl ?? null));
  if (listed) await saveTracks(tx, release, listed.map((track, index) => ({ ...track, previewUrl: previews[index] ?? null })));
  else if (heard) {
    await tx.query('update tracks t set preview_url = heard.url from unnest($2::uuid[], $3::text[]) as heard (id, url) where t.release_id = $1 and t.id = heard.id', [release.id, tracks.map(({ id }) => id), previews]);
  }
  if (!touched && !listed && !heard && Object.keys(fields).length === 0) {
    if (Object.keys(filling.origins).length === 0) return release;
    // Only whose word it is changed: nothing to publish.
    const now = { ...origins, ...filling.origins };
    await tx.query('update releases set origins = $3 where workspace_id = $1 and id = $2', [release.workspaceId, release.id, JSON.stringify(now)]);
    return { ...release, origins: now };
  }
  return releases.changedBySystem(tx, release, fields, filling.origins);
}

/** The cover of the best service that names one, when a match may set it and has not fetched it yet. */
export function artworkWanted(release: Pick<ReleaseEntity, 'artworkId' | 'origins'>, lookups: readonly LookupRow[]): { url: string; service: string } | null {
  const { artworkId } = release.origins as FieldOrigins;
  if (artworkId === 'typed' || (artworkId === undefined && release.artworkId !== null)) return null;
  const named = lookups.filter(({ facts }) => facts?.artworkUrl).sort((a, b) => factSourceRank(a.service) - factSourceRank(b.service));
  const [best] = named;
  if (!best?.facts?.artworkUrl || best.service === artworkId) return null;
  return { url: best.facts.artworkUrl, service: best.service };
}
