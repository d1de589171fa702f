import { Field, InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which claim is given up, and why (撤回).' })
export class WithdrawClaimInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}
