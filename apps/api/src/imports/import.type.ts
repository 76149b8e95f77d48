import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ReleaseType } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { connectionOf } from '../graphql/connection.js';
import { GraphQLDate } from '../graphql/scalars.js';
import { MutationPayload } from '../graphql/user-error.js';
import { ReleaseTypes } from '../releases/release.type.js';
import type { ColumnRole } from './csv/columns.js';
import type { DateOrder } from './csv/read-dates.js';
import { artistSettings, csvSettings, type ImportEntity, type ImportKindValue, type ImportOutcomeValue, type ImportStatusValue } from './import.entity.js';

export const ImportKinds = { CSV: 'csv', ARTIST: 'artist' } as const satisfies Record<string, ImportKindValue>;
registerEnumType(ImportKinds, {
  name: 'ImportKind',
  description: 'Where a catalogue comes from.',
  valuesMap: { CSV: { description: 'A file of comma-, semicolon- or tab-separated values.' }, ARTIST: { description: 'An artist’s page at a music service.' } },
});

export const ImportStatuses = { READY: 'ready', READING: 'reading', RUNNING: 'running', FINISHED: 'finished', CANCELLED: 'cancelled', FAILED: 'failed' } as const satisfies Record<string, ImportStatusValue>;
registerEnumType(ImportStatuses, {
  name: 'ImportStatus',
  description: 'How far an import got.',
  valuesMap: {
    READY: { description: 'Read. Nothing is made before the columns are looked over and confirmed.' },
    READING: { description: 'The artist’s page is being read; where the service wants a pause, `message` says so.' },
    RUNNING: { description: 'Line by line, releases are made or completed.' },
    FINISHED: { description: 'Every line was taken or refused.' },
    CANCELLED: { description: 'Stopped by a person; what was made stays.' },
    FAILED: { description: 'Could not be read; `message` says why.' },
  },
});

export const ImportOutcomes = { WAITING: 'waiting', CREATED: 'created', COMPLETED: 'completed', UNCHANGED: 'unchanged', REFUSED: 'refused' } as const satisfies Record<string, ImportOutcomeValue>;
registerEnumType(ImportOutcomes, {
  name: 'ImportOutcome',
  description: 'What became of a line.',
  valuesMap: {
    WAITING: { description: 'Not yet its turn.' },
    CREATED: { description: 'A new draft was made of it.' },
    COMPLETED: { description: 'The release was there; something that nobody had said was filled in.' },
    UNCHANGED: { description: 'The release was there and the line says nothing new.' },
    REFUSED: { description: 'Nothing was made of it; `message` says why.' },
  },
});

export const ColumnRoles = {
  TITLE: 'title', ARTIST: 'artist', TYPE: 'type', DATE: 'date', UPC: 'upc', ISRC: 'isrc', TRACK: 'track', LABEL: 'label', SLUG: 'slug', LINK: 'link', IGNORED: 'ignored',
} as const satisfies Record<string, ColumnRole>;
registerEnumType(ColumnRoles, {
  name: 'ImportColumnRole',
  description: 'What a column of a file is.',
  valuesMap: {
    TITLE: { description: 'Title of the release.' },
    ARTIST: { description: 'Name or handle of the artist, or the credit as it is printed.' },
    TYPE: { description: 'Single, EP, album and so on.' },
    DATE: { description: 'Day of release.' },
    UPC: { description: 'Barcode. It is what a release is known by.' },
    ISRC: { description: 'Code of the recording of a single, or of the line’s track.' },
    TRACK: { description: 'Title of one track, in files with one line a track.' },
    LABEL: { description: 'The label that puts it out.' },
    SLUG: { description: 'Second part of the public address.' },
    LINK: { description: 'One or more links to platforms. Any number of columns.' },
    IGNORED: { description: 'Left out.' },
  },
});

export const DateOrders = { YMD: 'YMD', DMY: 'DMY', MDY: 'MDY' } as const satisfies Record<string, DateOrder>;
registerEnumType(DateOrders, {
  name: 'ImportDateOrder',
  description: 'In which order a file writes dates in numbers.',
  valuesMap: { YMD: { description: '2024-08-16' }, DMY: { description: '16.08.2024 or 16/08/2024' }, MDY: { description: '08/16/2024' } },
});

@ObjectType({ description: 'One column of a file, and what it is taken for.' })
@Requires('releases:read')
export class ImportColumn {
  @Field(() => Int, { description: 'Place in the file, from 0.' })
  index: number;

  @Field(() => String, { description: 'Its heading; empty when the file has none.' })
  heading: string;

  @Field(() => ColumnRoles, { description: 'What it is: guessed from its heading and its cells until somebody says so.' })
  role: ColumnRole;
}

@ObjectType({ description: 'How many lines stand how.' })
@Requires('releases:read')
export class ImportCounts {
  @Field(() => Int, { description: 'All lines that were read so far.' })
  total: number;

  @Field(() => Int, { description: 'Not yet their turn.' })
  waiting: number;

  @Field(() => Int, { description: 'New drafts.' })
  created: number;

  @Field(() => Int, { description: 'Of releases that were there and got something that was missing.' })
  completed: number;

  @Field(() => Int, { description: 'Of releases that were there, with nothing new.' })
  unchanged: number;

  @Field(() => Int, { description: 'Of which nothing was made.' })
  refused: number;
}

@ObjectType({ description: 'A catalogue that is brought in: line by line, each whole or not at all, and safe to bring in again.' })
@Requires('releases:read')
export class Import {
  @Field(() => ID, { description: 'Stays the same.' })
  id: string;

  @Field(() => ImportKinds, { description: 'Where the catalogue comes from.' })
  kind: ImportKindValue;

  @Field(() => ImportStatuses, { description: 'How far it got.' })
  status: ImportStatusValue;

  @Field(() => String, { description: 'Name of the file, or address of the artist’s page.' })
  source: string;

  @Field(() => String, { description: 'What it waits for or why it failed, for a person; often empty.' })
  message: string;

  artistId: string | null;

  @Field(() => Boolean, { description: 'Whether artists that a line names and nobody knows are added.' })
  createArtists: boolean;

  @Field(() => [ImportColumn], { description: 'The columns of a file; none of an artist’s page.' })
  columns: ImportColumn[];

  @Field(() => Boolean, { nullable: true, description: 'Whether the first row of the file names the columns; null of an artist’s page.' })
  hasHeadings: boolean | null;

  @Field(() => DateOrders, { nullable: true, description: 'In which order the file writes dates; null of an artist’s page.' })
  dateOrder: DateOrder | null;

  @Field(() => String, { nullable: true, description: 'What the file was written in: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`.' })
  encoding: string | null;

  @Field(() => String, { nullable: true, description: 'What stands between the cells of the file: a comma, a semicolon or a tab.' })
  delimiter: string | null;

  @Field(() => String, { nullable: true, description: 'The artist’s name as the service writes it, once it answered.' })
  foundName: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was brought in.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it began, or began again.' })
  startedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended, whichever way.' })
  finishedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When a service that wanted a pause is asked again.' })
  retryAt: Date | null;
}

export function toImport(row: ImportEntity): Import {
  const { id, kind, status, source, message, artistId, createArtists, createdAt, startedAt, finishedAt, retryAt } = row;
  const csv = csvSettings(row);
  const columns = csv?.roles.map((role, index) => ({ index, heading: csv.headings[index] ?? '', role })) ?? [];
  return {
    id, kind, status, source, message, artistId, createArtists, columns,
    hasHeadings: csv?.hasHeadings ?? null, dateOrder: csv?.dateOrder ?? null, encoding: csv?.encoding ?? null, delimiter: csv?.delimiter ?? null,
    foundName: artistSettings(row)?.name || null,
    createdAt, startedAt, finishedAt, retryAt,
  };
}

@ObjectType({ description: 'A page of imports.' })
@Requires('public')
export class ImportConnection extends connectionOf(Import, 'Import') {}

@ObjectType({ description: 'One line of an import: what was read, and what became of it.' })
@Requires('releases:read')
export class ImportLine {
  @Field(() => Int, { description: 'Line of the file as an editor counts, or place in the artist’s list.' })
  number: number;

  @Field(() => ImportOutcomes, { description: 'What became of it.' })
  outcome: ImportOutcomeValue;

  @Field(() => String, { description: 'Why it was refused, or what a person should know; often empty.' })
  message: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  title: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  artist: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  type: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  date: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  upc: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  isrc: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  track: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  label: string;

  @Field(() => String, { description: 'As it was read; empty where the line says nothing.' })
  slug: string;

  @Field(() => [String], { description: 'The links of the line, as they were read.' })
  links: string[];

  releaseId: string | null;
}

@ObjectType({ description: 'A page of an import’s lines.' })
@Requires('public')
export class ImportLineConnection extends connectionOf(ImportLine, 'ImportLine') {}

@ObjectType({ description: 'What would become of a file, told before anything is made of it.' })
@Requires('releases:read')
export class ImportCheck {
  @Field(() => Int, { description: 'How many lines would be refused.' })
  wrong: number;

  @Field(() => [ImportLine], { description: 'The first of them, at most 50, with the reason as their message.' })
  lines: ImportLine[];

  @Field(() => [String], { description: 'Artists that lines name and nobody here has: they are added, or their lines refused. The first 1,000 names are looked up.' })
  unknownArtists: string[];
}

@ObjectType({ description: 'What a change of an import gave.' })
@Requires('public')
export class ImportPayload extends MutationPayload {
  @Field(() => Import, { nullable: true, description: 'The import as it is now; null when nothing was done.' })
  import: Import | null;
}

@ObjectType({ description: 'A release that an artist’s page lists.' })
@Requires('releases:read')
export class ListedRelease {
  @Field(() => String, { description: 'Title, as the service writes it.' })
  title: string;

  @Field(() => String, { description: 'The credit, as the service writes it.' })
  artist: string;

  @Field(() => ReleaseTypes, { nullable: true, description: 'What kind of release it is, where the service says so.' })
  type: ReleaseType | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day of release, where the service says so.' })
  releaseDate: string | null;

  @Field(() => String, { nullable: true, description: 'Its page at the service.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its artwork at the service.' })
  artworkUrl: string | null;

  releaseId: string | null;
}

@ObjectType({ description: 'What an artist’s page lists, before anything is made of it.' })
@Requires('releases:read')
export class ArtistImportPreview {
  @Field(() => String, { description: 'The artist’s name, as the service writes it.' })
  name: string;

  @Field(() => String, { description: 'Name of the service.' })
  service: string;

  @Field(() => [ListedRelease], { description: 'The first releases of the page.' })
  releases: ListedRelease[];

  @Field(() => Boolean, { description: 'Whether the page lists more than these.' })
  hasMore: boolean;
}

@ObjectType({ description: 'What looking at an artist’s page gave.' })
@Requires('public')
export class ArtistImportPreviewPayload extends MutationPayload {
  @Field(() => ArtistImportPreview, { nullable: true, description: 'What the page lists; null when it could not be read.' })
  preview: ArtistImportPreview | null;
}
