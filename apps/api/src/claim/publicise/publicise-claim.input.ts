import { Field, InputType, Int } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';

@InputType()
export class PubliciseClaimInput extends ClaimCommandInput {
  @Field(() => Int, { description: 'Length of the publicity, 1 to 60 days.' })
  days!: number;
}
