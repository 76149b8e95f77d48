import { Injectable } from '@nestjs/common';
import { accept, parseName, type Result } from '@lynkify/domain';
import { Database } from '../database/database.js';
import type { Me } from './me.type.js';
import { UserEntity } from './user.entity.js';
import { toUser } from './user.type.js';

/** What a user says of themself. */
@Injectable()
export class ProfileService {
  constructor(private readonly database: Database) {}

  async me(userId: string): Promise<Me> {
    return { user: toUser(await this.database.unit({ userId }, (tx) => tx.findOneByOrFail(UserEntity, { id: userId }))) };
  }

  async rename(userId: string, text: string): Promise<Result<true>> {
    const name = parseName(text);
    if (!name.ok) return name;
    await this.database.unit({ userId }, (tx) => tx.query('update users set name = $2, updated_at = now() where id = $1', [userId, name.value]));
    return accept(true);
  }
}
