import type { Fen } from '@duixian/money';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Money } from '../../graphql/scalars/money.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Why claims whose subjects have almost the same name are other matters.' })
class DistinctionInput {
  @Field(() => [ID], { description: 'Numbers of the claims that were compared; see `Claim.nearSubjects`.' })
  @ValueKind('reference')
  claims!: string[];

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'What the lead department says of the claim (审核).' })
export class ReviewClaimInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  opinion!: string;

  @Field(() => Money, { nullable: true, description: 'Where the measure leaves the amount to the lead department.' })
  agreedAmount?: Fen | null;

  @Field(() => DistinctionInput, {
    nullable: true,
    description: 'Where other claims have almost the same subject: the word on each of them.',
  })
  distinction?: DistinctionInput | null;
}
