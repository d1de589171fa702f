import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../../command/command-input.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType({ isAbstract: true })
abstract class OnProposalInput extends CommandInput {
  @Field(() => ID, { description: 'The official whose account it is about.' })
  @ValueKind('reference')
  official!: string;

  @Field(() => ID, { description: 'The proposal.' })
  @ValueKind('reference')
  proposal!: string;
}

@InputType({ description: 'A proposal that you agree to.' })
export class AgreeToOfficialChangeInput extends OnProposalInput {}

@InputType({ description: 'A proposal that you refuse.' })
export class RefuseOfficialChangeInput extends OnProposalInput {
  @Field({ description: 'Why: it goes on record.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'A proposal of your own that you take back.' })
export class WithdrawOfficialChangeInput extends OnProposalInput {}
