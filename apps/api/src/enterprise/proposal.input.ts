import { Field, ID, InputType } from '@nestjs/graphql';
import { CommandInput } from '../command/command-input.js';
import { ValueKind } from '../graphql/values/value-kind.js';

@InputType({ description: 'What somebody says of a proposal about an enterprise.' })
export class ProposalInput extends CommandInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, { description: 'The proposal.' })
  @ValueKind('uuid')
  proposal!: string;
}

@InputType({ description: 'Why a proposal about an enterprise is refused.' })
export class RefuseProposalInput extends ProposalInput {
  @Field({ description: 'Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}
