import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { ArchiveTarget } from '@lynkify/domain';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';
import { ArchiveTargets } from '../releases/release.type.js';

@InputType({ description: 'A release to be made public.' })
export class PublishReleaseInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;
}

@InputType({ description: 'A release to be taken down.' })
export class UnpublishReleaseInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;
}

@InputType({ description: 'A release to be put away.' })
export class ArchiveReleaseInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => ArchiveTargets, { defaultValue: ArchiveTargets.ARTIST, description: 'Where its address leads from now on.' })
  @IsIn(Object.values(ArchiveTargets), { message: 'Choose where the address leads.' })
  leadsTo: ArchiveTarget;

  @Field(() => String, { nullable: true, description: 'Platform of the catalogue that the address leads to, with `PLATFORM`.' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'There is no such platform.' })
  platform?: string | null;
}

@InputType({ description: 'A release to be taken out of the archive.' })
export class RestoreReleaseInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;
}

@InputType({ description: 'A draft to be removed.' })
export class DeleteReleaseInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;
}

@ObjectType({ description: 'What removing a draft gave.' })
@Requires('public')
export class DeleteReleasePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The id of what was removed; null when nothing was.' })
  deletedReleaseId: string | null;
}

@InputType({ description: 'A bio page to be made public.' })
export class PublishBioPageInput {
  @Field(() => ID, { description: 'Whose page.' })
  @IsString()
  artistId: string;
}

@InputType({ description: 'A bio page to be taken down.' })
export class UnpublishBioPageInput {
  @Field(() => ID, { description: 'Whose page.' })
  @IsString()
  artistId: string;
}
