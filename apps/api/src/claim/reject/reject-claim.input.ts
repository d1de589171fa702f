import { Field, InputType } from '@nestjs/graphql';
import { ClaimCommandInput } from '../claim-command.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'Which claim is rejected, and why (不予通过).' })
export class RejectClaimInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}
