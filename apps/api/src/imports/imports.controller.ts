import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Result, Viewer } from '@lynkify/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireInWorkspace, requireWorkspace } from '../access/access.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { badInput, notFound, RequestError } from '../request-error.js';
import { csvLimits } from './csv/read-csv.js';
import { decodeText } from './csv/decode-text.js';
import { ImportReports } from './import-report.service.js';
import { ImportsService } from './imports.service.js';

const fields = ['artistId', 'createArtists', 'start'] as const;
type Fields = Partial<Record<(typeof fields)[number], string>>;

@Controller('v1/imports')
export class ImportsController {
  constructor(
    private readonly service: ImportsService,
    private readonly reports: ImportReports,
  ) {}

  /**
   * Brings in a catalogue (multipart: `file`, and `artistId`, `createArtists`, `start`). It begins at once by what its
   * columns are guessed to be; with `start=false` it waits to be looked over and confirmed.
   */
  @Post()
  @Requires('releases:write')
  async create(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest) {
    requireInWorkspace(viewer, 'releases:write');
    if (!request.isMultipart()) throw new RequestError('NOT_CSV', 415, 'Send the file as multipart/form-data in the field “file”.');
    const { name, bytes, said } = await readParts(request);
    const text = accepted(decodeText(bytes));
    const source = accepted(await this.service.startCsv(viewer, { ...text, name }, { artistId: said.artistId || undefined, createArtists: yesOrNo(said, 'createArtists', false), start: yesOrNo(said, 'start', true) }));
    return { import: { id: source.id, status: source.status } };
  }

  /** What became of every line, as CSV (UTF-8 with a byte order mark). `workspace` for a browser that follows a link and sends no header. */
  @Get(':file')
  @Requires('releases:read')
  async report(@CurrentViewer() viewer: Viewer, @Param('file') file: string, @Query('workspace') workspace: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    // Whoever asks for a workspace that they are not in must not get another one instead.
    if (workspace !== undefined && workspace !== requireWorkspace(viewer).workspaceId) throw notFound('workspace');
    if (!file.endsWith('.csv')) throw notFound('import');
    const { name, content } = await this.reports.report(viewer, file.slice(0, -'.csv'.length));
    await reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store').send(content);
  }
}

/** @throws RequestError for a body that cannot be read, a file that is too large, or none */
async function readParts(request: FastifyRequest): Promise<{ name: string; bytes: Buffer; said: Fields }> {
  const said: Fields = {};
  let found: { name: string; bytes: Buffer } | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: csvLimits.bytes + 1, fields: 10, fieldSize: 1_000, files: 2, parts: 12 } })) {
      if (part.type === 'field') {
        const name = fields.find((known) => known === part.fieldname);
        if (name && typeof part.value === 'string') said[name] = part.value;
      } else if (part.fieldname === 'file' && found === null) {
        found = { name: part.filename.replace(/[\p{Cc}\p{Surrogate}]/gu, '').slice(0, 200) || 'catalogue.csv', bytes: await part.toBuffer() };
      } else part.file.resume();
    }
  } catch (error) {
    if (isTooLarge(error)) throw new RequestError('TOO_LARGE', 413, `The file is larger than ${csvLimits.bytes / 1024 / 1024} MB. Split it and import the parts one after the other.`);
    // The parser reads nothing but what was sent: whatever it cannot read is the sender's.
    if (error instanceof Error) throw new RequestError('INCOMPLETE_UPLOAD', 400, 'The upload ended early or cannot be read. Send it again.');
    throw error;
  }
  if (!found) throw badInput({ file: 'Send the file in the field “file”.' });
  return { ...found, said };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
}

function yesOrNo(said: Fields, name: 'createArtists' | 'start', otherwise: boolean): boolean {
  const text = said[name];
  if (text === undefined || text === '') return otherwise;
  if (text === 'true' || text === 'false') return text === 'true';
  throw badInput({ [name]: `Say true or false for ${name}.` });
}

/** The value of an expected outcome; a refusal as 422 with its reasons by field. */
function accepted<T>(outcome: Result<T>): T {
  if (outcome.ok) return outcome.value;
  const byField = Object.fromEntries(outcome.errors.map(({ path, message }) => [path.join('.') || 'import', message]));
  throw new RequestError(outcome.errors[0]?.code ?? 'REFUSED', 422, outcome.errors.map(({ message }) => message).join(' '), { fields: byField });
}
