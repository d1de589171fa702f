import { Field, InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';

@InputType()
export class ReturnClaimInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  reason!: string;
}
