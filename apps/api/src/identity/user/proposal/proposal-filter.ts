import { Field, ID, InputType } from '@nestjs/graphql';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class OfficialProposalFilter {
  @Field(() => ID, { nullable: true, description: 'The official whose account it is about.' })
  @ValueKind('reference')
  official?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what nobody has answered yet and has not lapsed.' })
  open?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what you can agree to.' })
  waitingForMe?: boolean | null;
}
