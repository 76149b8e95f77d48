import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../access/requires.js';
import { badInput } from '../request-error.js';
import { type Salts, VisitorSaltsService } from './visitor-salts.service.js';

const mostDays = 8;
const dayShape = /^20\d\d-\d\d-\d\d$/;
const saltShape = /^[\w-]{43}$/;

@Controller('internal/visitor-salts')
export class VisitorSaltsController {
  constructor(private readonly salts: VisitorSaltsService) {}

  /** `{ "salts": { "2026-11-22": "…" } }` both ways: what a renderer proposes for days of UTC, and what holds for them. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Requires('renderer')
  async agree(@Body() body: unknown): Promise<{ salts: Record<string, string> }> {
    const salts = await this.salts.agree(readSalts(body));
    return { salts: Object.fromEntries([...salts].map(([day, salt]) => [day, salt.toString('base64url')])) };
  }
}

/** @throws RequestError BAD_USER_INPUT */
function readSalts(body: unknown): Salts {
  const said = typeof body === 'object' && body !== null && 'salts' in body ? body.salts : null;
  const entries = typeof said === 'object' && said !== null ? Object.entries(said) : [];
  const salts = new Map(entries.filter(isSalt).map(([day, salt]) => [day, Buffer.from(salt, 'base64url')]));
  if (salts.size === 0 || salts.size < entries.length || salts.size > mostDays) {
    throw badInput({ salts: `Propose 32 bytes in base64url for each of at most ${mostDays} days.` });
  }
  return salts;
}

function isSalt(entry: [string, unknown]): entry is [string, string] {
  const [day, salt] = entry;
  return dayShape.test(day) && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day) === true && typeof salt === 'string' && saltShape.test(salt);
}
