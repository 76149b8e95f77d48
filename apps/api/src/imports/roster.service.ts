import { Injectable } from '@nestjs/common';
import { accept, artistKeys, parseHandle, parseName, refuse, suggestHandle, type Result } from '@lynkify/domain';
import { ArtistEntity } from '../artists/artist.entity.js';
import { ArtistsService } from '../artists/artists.service.js';
import { alternatives } from '../artists/handles.js';
import { Database, type Transaction } from '../database/database.js';

/** Which artist of a workspace a catalogue means. */
@Injectable()
export class Roster {
  constructor(
    private readonly database: Database,
    private readonly artists: ArtistsService,
  ) {}

  /**
   * The artist that a text means: by handle, by name, or the only one of the roster whom a credit of several names.
   * Null when nobody is meant; refused when two are.
   */
  async find(tx: Transaction, text: string): Promise<Result<ArtistEntity | null, 'ARTIST_AMBIGUOUS'>> {
    const handle = parseHandle(text);
    const named = await tx
      .createQueryBuilder(ArtistEntity, 'artist')
      .where('artist.handle = :handle or lower(artist.name) = lower(:name)', { handle: handle.ok ? handle.value : '', name: text })
      .limit(3)
      .getMany();
    const byHandle = named.find((artist) => handle.ok && artist.handle === handle.value);
    if (byHandle) return accept(byHandle);
    if (named.length > 1) return ambiguous(text);
    const [only] = named;
    if (only) return accept(only);
    const names = artistKeys(text);
    if (names.length === 0) return accept(null);
    const roster = await tx.find(ArtistEntity, { order: { id: 'asc' } });
    const credited = roster.filter((artist) => artistKeys(artist.name).every((key) => names.includes(key)));
    // Whoever stands first has the release; behind them stand guests.
    const [first] = credited.filter((artist) => artistKeys(artist.name)[0] === names[0]);
    if (first) return accept(first);
    return credited.length > 1 ? ambiguous(text) : accept(credited[0] ?? null);
  }

  /**
   * A new artist of this name, under the first handle of its kind that is free. Two at once make one: whoever waited
   * finds what the other made.
   */
  async make(workspaceId: string, text: string): Promise<Result<ArtistEntity>> {
    const name = parseName(text);
    if (!name.ok) return name;
    const suggested = suggestHandle(name.value);
    let refused: Result<ArtistEntity> = refuse('HANDLE_TAKEN', ['artist'], `No handle like “${suggested}” is free for a new artist. Add the artist first, then import again.`);
    for (const handle of [suggested, ...alternatives(suggested)]) {
      const made = await this.database.inWorkspace({ workspaceId }, async (tx): Promise<Result<ArtistEntity>> => {
        await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`roster:${workspaceId}:${name.value.toLowerCase()}`]);
        const known = await this.find(tx, name.value);
        if (!known.ok) return known;
        return known.value ? accept(known.value) : this.artists.addArtist(tx, workspaceId, { name: name.value, handle });
      });
      if (made.ok || (made.errors[0]?.code !== 'HANDLE_TAKEN' && made.errors[0]?.code !== 'HANDLE_LOOKALIKE')) return made;
      refused = refuse('HANDLE_TAKEN', ['artist'], `No handle like “${suggested}” is free for a new artist. Add the artist first, then import again.`);
    }
    return refused;
  }
}

function ambiguous(text: string) {
  return refuse('ARTIST_AMBIGUOUS', ['artist'], `“${text.slice(0, 80)}” could be several of your artists. Write the artist’s handle instead.`);
}
