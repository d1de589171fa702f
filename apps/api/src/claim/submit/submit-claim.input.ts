import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ApplicationInput } from './application.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'What the enterprise states (申报).' })
export class SubmitClaimInput extends ApplicationInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, { description: 'Id of the measure.' })
  @ValueKind('reference')
  measure!: string;

  @Field(() => Int, { description: 'Programme year.' })
  @ValueKind('whole')
  year!: number;
}
