import { Field, ID, InputType } from '@nestjs/graphql';
import { ApplicationInput } from '../submit/application.input.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'What the returned claim states anew (重新申报).' })
export class ResubmitClaimInput extends ApplicationInput {
  @Field(() => ID, { description: "The claim's number." })
  @ValueKind('reference')
  claim!: string;
}
