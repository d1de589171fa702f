import { Field, InputType, Int } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which claim is shown to the public, and how long (公示).' })
export class PubliciseClaimInput extends ClaimCommandInput {
  @Field(() => Int, { description: 'Length of the publicity, 1 to 60 days.' })
  @ValueKind('whole')
  days!: number;
}
