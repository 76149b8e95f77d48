import { Controller, Get, Query, Res } from '@nestjs/common';
import { parseDate, type Viewer } from '@lynkify/domain';
import type { FastifyReply } from 'fastify';
import { requireWorkspace } from '../access/access.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { badInput, notFound } from '../request-error.js';
import type { FanFilter } from './fan-filter.js';
import { FansCsv } from './fans-csv.service.js';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

@Controller('v1/fans.csv')
export class FansCsvController {
  constructor(private readonly csv: FansCsv) {}

  /**
   * Fans as a CSV file (UTF-8 with a byte order mark, so that spreadsheets read it right). Parameters: the names of
   * FanFilter, and `workspace` for a session whose browser sends no header.
   */
  @Get()
  @Requires('fans:export')
  async download(@CurrentViewer() viewer: Viewer, @Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    // Whoever asks for a workspace that they are not in must not get another one instead.
    if (query.workspace !== undefined && query.workspace !== requireWorkspace(viewer).workspaceId) throw notFound('workspace');
    const file = await this.csv.export(viewer, readFilter(query));
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .header('cache-control', 'no-store')
      .send(file.content);
  }
}

/** The filter out of an address. @throws RequestError BAD_USER_INPUT rather than export more than was asked for */
function readFilter(query: Parameters): FanFilter {
  const problems: Record<string, string> = {};
  const text = (name: string, longest: number) => {
    const value = query[name];
    if (value === undefined || value === '') return null;
    if (typeof value === 'string' && value.length <= longest) return value;
    problems[name] = `Give ${name} once, with at most ${longest} characters.`;
    return null;
  };
  const yesOrNo = (name: string) => {
    const value = text(name, 5);
    if (value !== null && value !== 'true' && value !== 'false') problems[name] = `Say true or false for ${name}.`;
    return value === null ? null : value === 'true';
  };
  const day = (name: string) => {
    const value = text(name, 10);
    if (value !== null && !parseDate(value).ok) problems[name] = `Give ${name} as a date that exists, like 2026-11-27.`;
    return value;
  };
  const country = text('country', 2);
  if (country !== null && !/^[A-Za-z]{2}$/.test(country)) problems.country = 'Give the country as two letters, like DE.';
  const filter: FanFilter = {
    search: text('search', 200),
    verified: yesOrNo('verified'),
    unsubscribed: yesOrNo('unsubscribed'),
    releaseId: text('releaseId', 36),
    artistId: text('artistId', 36),
    channel: text('channel', 40),
    country,
    joinedFrom: day('joinedFrom'),
    joinedTo: day('joinedTo'),
  };
  const known = new Set([...Object.keys(filter), 'workspace']);
  for (const name of Object.keys(query)) if (!known.has(name)) problems[name] = `There is no filter ${name}.`;
  if (Object.keys(problems).length > 0) throw badInput(problems);
  return filter;
}
