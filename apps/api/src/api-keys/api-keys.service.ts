import { Injectable } from '@nestjs/common';
import { accept, parseText, refuse, roleMay, scopes as allScopes, type ApiKeyViewer, type Refusal, type Result, type Role, type Scope, type Viewer } from '@lynkify/domain';
import { requireInWorkspace, requireMember } from '../access/access.js';
import { secretHash } from '../access/secrets.js';
import { Database, setScope } from '../database/database.js';
import { notFound } from '../request-error.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { isKeyText, newKey } from './key-text.js';

export interface MadeKey {
  apiKey: ApiKeyEntity;
  /** The key itself: shown once, stored nowhere. */
  key: string;
}

/** Keys with which scripts and third-party tools act in one workspace. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly database: Database) {}

  /** Makes a key. It can carry what its maker may do, and never more than that later on. */
  async createApiKey(viewer: Viewer, input: { name: string; scopes: readonly string[]; expiresAt?: Date | null }): Promise<Result<MadeKey>> {
    const { workspaceId, userId, role } = requireMember(viewer, 'keys:write');
    const name = parseText(input.name, 'name', { min: 1, max: 100 });
    const scopes = parseScopes(input.scopes, role);
    const expiresAt = parseExpiry(input.expiresAt ?? null);
    if (!name.ok || !scopes.ok || !expiresAt.ok) return { ok: false, errors: [name, scopes, expiresAt].flatMap((result): Refusal[] => (result.ok ? [] : result.errors)) };
    const key = newKey();
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      const inserted = await tx.insert(ApiKeyEntity, { workspaceId, name: name.value, hint: key.slice(-4), keyHash: secretHash(key), scopes: scopes.value, createdBy: userId, expiresAt: expiresAt.value });
      const apiKey = await tx.findOneByOrFail(ApiKeyEntity, { workspaceId, id: String(inserted.identifiers[0]?.id) });
      return accept({ apiKey, key });
    });
  }

  /** Ends a key at once; one that has ended already stays so. */
  async revokeApiKey(viewer: Viewer, id: string): Promise<Result<ApiKeyEntity>> {
    const { workspaceId } = requireMember(viewer, 'keys:write');
    return this.database.inWorkspace({ workspaceId }, async (tx) => {
      await tx.query('update api_keys set revoked_at = now() where workspace_id = $1 and id = $2 and revoked_at is null', [workspaceId, id]);
      const apiKey = await tx.findOneBy(ApiKeyEntity, { workspaceId, id });
      if (!apiKey) throw notFound('API key');
      return accept(apiKey);
    });
  }

  /** The keys of the workspace, the newest first; ended ones too. */
  async list(viewer: Viewer): Promise<ApiKeyEntity[]> {
    const { workspaceId } = requireInWorkspace(viewer, 'keys:read');
    return this.database.inWorkspace({ workspaceId }, (tx) => tx.find(ApiKeyEntity, { where: { workspaceId }, order: { createdAt: 'DESC', id: 'DESC' } }));
  }

  /**
   * The viewer behind a key, or null. What it may do is what its scopes say as far as its maker may still do it: when
   * they lose their role or leave, the key loses it with them.
   */
  async identify(text: string): Promise<ApiKeyViewer | null> {
    if (!isKeyText(text)) return null;
    const hash = secretHash(text);
    return this.database.unit({ secretHash: hash }, async (tx) => {
      const key = await tx.findOneBy(ApiKeyEntity, { keyHash: hash });
      if (!key || key.revokedAt || (key.expiresAt && key.expiresAt <= new Date())) return null;
      await setScope(tx, { workspaceId: key.workspaceId });
      const [maker]: { role: Role }[] = await tx.query('select role from members where workspace_id = $1 and user_id = $2', [key.workspaceId, key.createdBy]);
      if (!maker) return null;
      if (!key.lastUsedAt || Date.now() - key.lastUsedAt.getTime() > 60_000) {
        await tx.query(`update api_keys set last_used_at = now() where workspace_id = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval '1 minute')`, [key.workspaceId, key.id]);
      }
      return { kind: 'api-key', keyId: key.id, workspaceId: key.workspaceId, scopes: key.scopes.filter((scope) => roleMay(maker.role, scope)) };
    });
  }
}

const known: ReadonlySet<string> = new Set(allScopes);
const isScope = (text: string): text is Scope => known.has(text);

function parseScopes(texts: readonly string[], role: Role): Result<Scope[]> {
  const path = ['scopes'];
  if (texts.length === 0) return refuse('SCOPES_EMPTY', path, 'Choose at least one thing that the key may do.');
  const unknown = texts.filter((text) => !isScope(text));
  if (unknown.length > 0) return refuse('SCOPE_UNKNOWN', path, `There is no scope ${unknown[0]}. The scopes are: ${allScopes.join(', ')}.`);
  const scopes = [...new Set(texts.filter(isScope))];
  const notHeld = scopes.find((scope) => !roleMay(role, scope));
  if (notHeld) return refuse('SCOPE_NOT_HELD', path, `Your own role does not allow ${notHeld}, so your key cannot either.`);
  return accept(scopes);
}

function parseExpiry(moment: Date | null): Result<Date | null> {
  if (moment && moment <= new Date()) return refuse('EXPIRY_PAST', ['expiresAt'], 'Choose a moment in the future, or none.');
  return accept(moment);
}
