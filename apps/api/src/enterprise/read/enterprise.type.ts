import type { ProposalStanding } from '@duixian/casework';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ProposalStandingEnum } from './proposal-standing.js';
import { Division } from '../../division/division.type.js';
import { connectionOf } from '../../graphql/pagination.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';

@ObjectType({ description: 'A contact that can be recognised and not used.' })
export class MaskedContact {
  @Field({ description: 'First character of the name.' })
  name!: string;

  @Field({ description: 'Last digits of the telephone number.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'First letter and domain of the address.' })
  email!: string | null;
}

@ObjectType({ description: "A change of an enterprise's contact." })
export class ContactChange {
  @Field(() => MaskedContact, { nullable: true, description: 'Null for the first.' })
  was!: MaskedContact | null;

  @Field(() => MaskedContact, { description: 'What took its place.' })
  now!: MaskedContact;

  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'Name of the official.' })
  by!: string;
}

@ObjectType({ description: 'A move that one window proposed, and what the other said of it.' })
export class EnterpriseMoveProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field(() => Division, { description: 'Where the enterprise was.' })
  from!: Division;

  @Field(() => Division, { description: 'Where it shall belong.' })
  division!: Division;

  @Field(() => PlainDate, { description: 'First day there.' })
  on!: string;

  @Field({ description: 'Whether it puts the last move right.' })
  corrects!: boolean;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field({ description: 'Whether you proposed it.' })
  isMine!: boolean;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;
}

@ObjectType({ description: 'A move from one division to another.' })
export class EnterpriseMove {
  @Field(() => Division)
  from!: Division;

  @Field(() => Division)
  division!: Division;

  @Field(() => PlainDate, { description: 'First day in the new division.' })
  on!: string;
}

@ObjectType()
export class Enterprise {
  @Field(() => ID, { description: 'Unified social credit code (GB 32100-2015).' })
  uscc!: string;

  @Field()
  name!: string;

  @Field(() => PlainDate, { description: 'Day on which it was registered here.' })
  registeredOn!: string;

  /** The row it was made of: its other fields are resolved from it. */
  row!: EnterpriseRow;
}

@ObjectType()
export class EnterpriseConnection extends connectionOf(Enterprise, 'Enterprise') {}
