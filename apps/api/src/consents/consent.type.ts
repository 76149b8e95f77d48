import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import type { ConsentRow } from './consents.service.js';

@ObjectType({ description: 'One record of the consent ledger: who agreed to what exact wording, where and when, or confirmed or withdrew it. Records are added, never changed.' })
@Requires('fans:read')
export class Consent {
  @Field(() => ID, { description: 'Id of the record.' })
  id: string;

  @Field(() => String, { description: '`given` by a form, `confirmed` by the link in the mail, `withdrawn`.' })
  action: string;

  @Field(() => String, { description: 'What for: `news-by-email`, or `release-reminder`, which allows one mail on the day of one release and nothing else.' })
  purpose: string;

  @Field(() => String, { description: 'Who may write to the fan: the name of the artist as it stood in the wording.' })
  controllerName: string;

  @Field(() => String, { description: 'The exact sentence beside the box that was ticked.' })
  wording: string;

  @Field(() => String, { description: 'SHA-256 of the wording, hexadecimal.' })
  wordingHash: string;

  @Field(() => Int, { nullable: true, description: 'Version of the form that was shown.' })
  formVersion: number | null;

  @Field(() => String, { description: 'Path of the page with the form.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Language in which the page was shown, BCP 47.' })
  locale: string | null;

  @Field(() => String, { description: 'How: `form`, `confirmation-link`, `unsubscribe-link`, `one-click` or `member` (entered by a member of the workspace).' })
  method: string;

  @Field(() => String, { nullable: true, description: 'Keyed hash of the network it came from. The address itself is never kept.' })
  networkHash: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

export function toConsent(row: ConsentRow): Consent {
  return {
    id: row.id,
    action: row.action,
    purpose: row.purpose,
    controllerName: row.controller_name,
    wording: row.wording,
    wordingHash: row.wording_hash.toString('hex'),
    formVersion: row.form_version,
    path: row.path,
    locale: row.locale,
    method: row.method,
    networkHash: row.network_hash,
    at: row.at,
  };
}
