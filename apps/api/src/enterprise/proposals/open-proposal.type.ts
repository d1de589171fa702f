import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export enum ProposalKind {
  ACCOUNT = 'ACCOUNT',
  CONTACT = 'CONTACT',
  MOVE = 'MOVE',
  CHANGE = 'CHANGE',
  REGISTRATION = 'REGISTRATION',
}

registerEnumType(ProposalKind, {
  name: 'ProposalKind',
  description: 'What a proposal about an enterprise is for.',
  valuesMap: {
    ACCOUNT: { description: 'Where its money goes (收款账户变更).' },
    CHANGE: { description: 'What becomes of it: its name, its code, its end (企业变更).' },
    CONTACT: { description: 'Whom to call there (联系方式变更).' },
    REGISTRATION: { description: 'To register it with its licence as evidence (凭执照登记).' },
    MOVE: { description: 'To which division it belongs (企业迁移).' },
  },
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
