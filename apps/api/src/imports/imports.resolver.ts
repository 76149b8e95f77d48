import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Artist, toArtist } from '../artists/artist.type.js';
import { ArtistsService } from '../artists/artists.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { ArtistPages } from './artist-pages.service.js';
import type { ImportOutcomeValue } from './import.entity.js';
import { ChangeImportMappingInput, ImportInput, PreviewArtistImportInput, StartArtistImportInput, StartCsvImportInput } from './import.inputs.js';
import { ArtistImportPreviewPayload, Import, ImportCheck, ImportConnection, ImportCounts, ImportLineConnection, ImportOutcomes, ImportPayload, toImport } from './import.type.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportsListService } from './imports-list.service.js';
import { ImportsService } from './imports.service.js';

const fileCodes = 'FILE_EMPTY, FILE_BROKEN, TOO_LARGE, TOO_MANY_LINES, MAPPING_INVALID';

@Resolver(() => Import)
export class ImportsResolver {
  constructor(
    private readonly service: ImportsService,
    private readonly list: ImportsListService,
    private readonly checks: ImportCheckService,
    private readonly pages: ArtistPages,
    private readonly artists: ArtistsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Query(() => Import, { nullable: true, description: 'One import of the workspace.' })
  @Requires('releases:read')
  async import(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The import’s id.' }) id: string): Promise<Import | null> {
    const row = await this.list.one(viewer, id);
    return row && toImport(row);
  }

  @Query(() => ImportConnection, { description: 'Imports of the workspace, the newest first.' })
  @Requires('releases:read')
  imports(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 25, description: 'How many, at most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<ImportConnection> {
    return this.list.all(viewer, first, after ?? null);
  }

  @Query(() => ArtistImportPreviewPayload, { description: 'What an artist’s page lists, asked of the service now. Codes: ARTIST_PAGE_UNKNOWN, SERVICE_NOT_CONFIGURED, COUNTRY_INVALID, ARTIST_NOT_FOUND, SERVICE_UNAVAILABLE.' })
  @Requires('releases:write')
  previewArtistImport(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: PreviewArtistImportInput): Promise<ArtistImportPreviewPayload> {
    return payload('preview', this.pages.preview(viewer, input), ({ name, service, releases, hasMore }) => ({
      name,
      service,
      hasMore,
      releases: releases.map(({ found: { title, artist, type, releaseDate, artworkUrl, links }, releaseId }) => ({ title, artist, type, releaseDate, url: links[0]?.url ?? null, artworkUrl, releaseId })),
    }));
  }

  @Mutation(() => ImportPayload, { description: `Brings in a catalogue as text. It is read and its columns are guessed; releases are made once it is confirmed. Codes: ${fileCodes}, ARTIST_MISSING.` })
  @Requires('releases:write')
  startCsvImport(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: StartCsvImportInput): Promise<ImportPayload> {
    const { text, fileName, ...choices } = input;
    return payload('import', this.service.startCsv(viewer, { text, encoding: 'utf-8', name: fileName?.trim() || 'Pasted text' }, choices), toImport);
  }

  @Mutation(() => ImportPayload, { description: 'Says what the columns of a file are, before the import is confirmed. Codes: MAPPING_INVALID, IMPORT_BEGUN, NOT_CSV.' })
  @Requires('releases:write')
  changeImportMapping(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: ChangeImportMappingInput): Promise<ImportPayload> {
    return payload('import', this.service.changeMapping(viewer, input), toImport);
  }

  @Mutation(() => ImportPayload, { description: 'Begins an import that was looked over. Codes: MAPPING_INVALID, ARTIST_MISSING.' })
  @Requires('releases:write')
  confirmImport(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) { importId }: ImportInput): Promise<ImportPayload> {
    return payload('import', this.service.confirm(viewer, importId), toImport);
  }

  @Mutation(() => ImportPayload, { description: 'Brings in every release that an artist’s page lists. Codes: ARTIST_PAGE_UNKNOWN, SERVICE_NOT_CONFIGURED, COUNTRY_INVALID.' })
  @Requires('releases:write')
  startArtistImport(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: StartArtistImportInput): Promise<ImportPayload> {
    return payload('import', this.service.startArtist(viewer, input), toImport);
  }

  @Mutation(() => ImportPayload, { description: 'Stops an import. What it made stays.' })
  @Requires('releases:write')
  cancelImport(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) { importId }: ImportInput): Promise<ImportPayload> {
    return payload('import', this.service.cancel(viewer, importId), toImport);
  }

  @Mutation(() => ImportPayload, { description: 'Goes on with an import that was cancelled or failed, and tries its refused lines once more.' })
  @Requires('releases:write')
  runImportAgain(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) { importId }: ImportInput): Promise<ImportPayload> {
    return payload('import', this.service.runAgain(viewer, importId), toImport);
  }

  @ResolveField(() => Artist, { nullable: true, description: 'Whose releases all lines are; null when each line names its artist.' })
  async artist(@Parent() { artistId }: Import, @Context() context: RequestContext): Promise<Artist | null> {
    const artist = artistId === null ? null : await this.artists.byId(context).load(artistId);
    return artist && toArtist(artist);
  }

  @ResolveField(() => ImportCounts, { description: 'How many lines stand how; goes up while it runs.' })
  async counts(@Parent() { id }: Import, @Context() context: RequestContext): Promise<ImportCounts> {
    const counts = await this.list.counts(context).load(id);
    return { ...counts, total: Object.values(counts).reduce((sum, lines) => sum + lines, 0) };
  }

  @ResolveField(() => [[String]], { description: 'The first lines of the file below its headings, cell by cell; none of an artist’s page.' })
  firstRows(@Parent() { id }: Import, @CurrentViewer() viewer: Viewer, @Args('first', { type: () => Int, defaultValue: 3, description: 'How many, at most 200.' }) first: number): Promise<string[][]> {
    return this.list.firstRows(viewer, id, first);
  }

  @ResolveField(() => ImportCheck, { nullable: true, description: 'What would be refused, as long as the import waits to be confirmed; null once it has begun.' })
  check(@Parent() { id }: Import, @CurrentViewer() viewer: Viewer): Promise<ImportCheck | null> {
    return this.checks.check(viewer, id);
  }

  @ResolveField(() => ImportLineConnection, { description: 'The lines, in their order.' })
  lines(
    @Parent() { id }: Import,
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 25, description: 'How many, at most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after: string | null,
    @Args('outcome', { type: () => ImportOutcomes, nullable: true, description: 'Only lines that stand so.' }) outcome: ImportOutcomeValue | null,
  ): Promise<ImportLineConnection> {
    return this.list.lines(viewer, id, { first, after: after ?? null, outcome: outcome ?? null });
  }

  @ResolveField(() => String, { description: 'Address of the report as a CSV file, for whoever is signed in or sends a key.' })
  reportUrl(@Parent() { id }: Import): string {
    return `${this.environment.publicApiUrl}/v1/imports/${id}.csv`;
  }
}
