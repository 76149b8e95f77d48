import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceId } from '../lookups/lookup.js';
import type { ColumnRole } from './csv/columns.js';
import type { TextEncoding } from './csv/decode-text.js';
import type { Delimiter } from './csv/read-csv.js';
import type { DateOrder } from './csv/read-dates.js';

export const importKinds = ['csv', 'artist'] as const;
export type ImportKindValue = (typeof importKinds)[number];
export type ImportStatusValue = 'ready' | 'reading' | 'running' | 'finished' | 'cancelled' | 'failed';
export const importOutcomes = ['waiting', 'created', 'completed', 'unchanged', 'refused'] as const;
export type ImportOutcomeValue = (typeof importOutcomes)[number];

/** How a file is read. */
export interface CsvSettings {
  encoding: TextEncoding;
  delimiter: Delimiter;
  headings: string[];
  hasHeadings: boolean;
  roles: ColumnRole[];
  dateOrder: DateOrder;
}

/** How an artist's page is read, and how far that got. */
export interface ArtistSettings {
  service: ServiceId;
  platform: string;
  country: string;
  /** As the service writes it; empty until it answered. */
  name: string;
  cursor: string | null;
  /** Addresses of listed releases that were left out. */
  except?: string[];
}

@Entity('imports')
export class ImportEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'text' })
  kind: ImportKindValue;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'text' })
  status: ImportStatusValue;

  @Column({ type: 'text' })
  message: string;

  @Column({ name: 'artist_id', type: 'uuid', nullable: true })
  artistId: string | null;

  @Column({ name: 'create_artists', type: 'boolean' })
  createArtists: boolean;

  @Column({ type: 'jsonb' })
  settings: CsvSettings | ArtistSettings;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Column({ name: 'retry_at', type: 'timestamptz', nullable: true })
  retryAt: Date | null;
}

/** The settings of a file's import; null for another kind. */
export function csvSettings(row: ImportEntity): CsvSettings | null {
  return 'roles' in row.settings ? row.settings : null;
}

/** The settings of an artist page's import; null for another kind. */
export function artistSettings(row: ImportEntity): ArtistSettings | null {
  return 'service' in row.settings ? row.settings : null;
}
