import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export enum ProposalKind {
  ACCOUNT = 'ACCOUNT',
  CONTACT = 'CONTACT',
  MOVE = 'MOVE',
  CHANGE = 'CHANGE',
}

registerEnumType(ProposalKind, {
  name: 'ProposalKind',
  description: '收款账户变更、联系方式变更、企业迁移、企业变更.',
});

@ObjectType({ description: 'A proposal about an enterprise that a second person has to answer (待同意).' })
export class OpenProposal {
  @Field(() => ID, { description: 'The proposal.' })
  proposal!: string;

  @Field(() => ProposalKind, { description: 'What it is about.' })
  kind!: ProposalKind;

  @Field(() => ID, { description: "The enterprise's code." })
  uscc!: string;

  @Field({ description: "The enterprise's name." })
  name!: string;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field({ description: 'Whether you proposed it: then a colleague has to answer it.' })
  isMine!: boolean;
}
