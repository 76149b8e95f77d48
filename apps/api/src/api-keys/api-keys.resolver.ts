import { Args, Context, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { ArrayMaxSize, IsDate, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { User, toUser } from '../accounts/user.type.js';
import { batchLoader, type RequestContext } from '../graphql/context.js';
import { MutationPayload, payload } from '../graphql/user-error.js';
import { MembersService } from '../workspaces/members.service.js';
import { Workspace } from '../workspaces/workspace.type.js';
import type { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeysService } from './api-keys.service.js';

@ObjectType({ description: 'A key with which a script or a third-party tool acts in the workspace.' })
@Requires('keys:read')
export class ApiKey {
  @Field(() => ID, { description: 'Id of the key; not the key itself.' })
  id: string;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => String, { description: 'The last four characters, to tell keys apart.' })
  hint: string;

  @Field(() => [String], { description: 'What it may do, e.g. `releases:write`. Never more than its maker may do at the time.' })
  scopes: string[];

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends by itself; null when never.' })
  expiresAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was ended.' })
  revokedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt: Date | null;

  /** Id of the maker, for the field `createdBy`. */
  madeBy: string | null;
}

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for.' })
  @MaxLength(1_000, { message: 'This is too long.' })
  name: string;

  @Field(() => [String], { description: 'What it may do: any of `artists:read`, `artists:write`, `releases:read`, `releases:write`, `pages:publish`, `media:write`, `fans:read`, `fans:write`, `fans:export`, `numbers:read`.' })
  @ArrayMaxSize(50, { message: 'These are more scopes than there are.' })
  @MaxLength(100, { each: true, message: 'This is no scope.' })
  scopes: string[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends by itself; never when left out.' })
  @IsOptional()
  @IsDate({ message: 'Give the end as a date and time that exist, like 2027-01-31T12:00:00Z.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'An API key to end.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'Id of the key.' })
  @IsUUID('all', { message: 'This is no id of an API key.' })
  apiKeyId: string;
}

@ObjectType({ description: 'What came of making an API key.' })
@Requires('public')
export class CreateApiKeyPayload extends MutationPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key’s record; null when it was refused.' })
  apiKey: ApiKey | null;

  @Field(() => String, { nullable: true, description: 'The key itself. It is shown this once and stored nowhere.' })
  key: string | null;
}

@ObjectType({ description: 'An API key after a change.' })
@Requires('public')
export class ApiKeyPayload extends MutationPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key’s record; null when it was refused.' })
  apiKey: ApiKey | null;
}

const toApiKey = ({ id, name, hint, scopes, createdAt, expiresAt, revokedAt, lastUsedAt, createdBy }: ApiKeyEntity): ApiKey => ({ id, name, hint, scopes, createdAt, expiresAt, revokedAt, lastUsedAt, madeBy: createdBy });

@Resolver(() => ApiKey)
export class ApiKeysResolver {
  private readonly makers = batchLoader(({ viewer }, ids: readonly string[]) => this.members.usersByIds(viewer, ids));

  constructor(
    private readonly keys: ApiKeysService,
    private readonly members: MembersService,
  ) {}

  @ResolveField(() => User, { nullable: true, description: 'Who made it; null once they left.' })
  async createdBy(@Parent() { madeBy }: ApiKey, @Context() context: RequestContext): Promise<User | null> {
    const maker = madeBy ? await this.makers(context).load(madeBy) : null;
    return maker && toUser(maker);
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes an API key of this workspace. Codes: SCOPES_EMPTY, SCOPE_UNKNOWN, SCOPE_NOT_HELD, EXPIRY_PAST.' })
  @Requires('keys:write')
  async createApiKey(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What the key is for and may do.' }) input: CreateApiKeyInput): Promise<CreateApiKeyPayload> {
    const outcome = await this.keys.createApiKey(viewer, input);
    if (!outcome.ok) return { apiKey: null, key: null, userErrors: outcome.errors };
    return { apiKey: toApiKey(outcome.value.apiKey), key: outcome.value.key, userErrors: [] };
  }

  @Mutation(() => ApiKeyPayload, { description: 'Ends an API key at once.' })
  @Requires('keys:write')
  revokeApiKey(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which key.' }) input: RevokeApiKeyInput) {
    return payload('apiKey', this.keys.revokeApiKey(viewer, input.apiKeyId), toApiKey);
  }
}

@Resolver(() => Workspace)
export class WorkspaceApiKeysResolver {
  constructor(private readonly keys: ApiKeysService) {}

  @ResolveField(() => [ApiKey], { description: 'Its API keys, the newest first; ended ones too.' })
  @Requires('keys:read')
  async apiKeys(@CurrentViewer() viewer: Viewer): Promise<ApiKey[]> {
    return (await this.keys.list(viewer)).map(toApiKey);
  }
}
