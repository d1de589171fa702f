import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ApplicationInput } from './application.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType()
export class SubmitClaimInput extends ApplicationInput {
  @Field(() => ID)
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID)
  @ValueKind('reference')
  measure!: string;

  @Field(() => Int, { description: 'Programme year.' })
  @ValueKind('whole')
  year!: number;
}
