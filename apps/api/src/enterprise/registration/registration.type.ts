import type { Licence, ProposalStanding } from '@duixian/casework';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ProposalStandingEnum } from '../read/proposal-standing.js';
import type { RegistrationRow } from './registration-table.js';

@ObjectType({ description: 'A licence (营业执照) as evidence of the code on it.' })
export class RegistrationLicence implements Licence {
  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => PlainDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;
}

@ObjectType({ description: 'A registration that one clerk proposed with a licence, and what another said of it.' })
export class RegistrationProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field({ description: 'Name on the licence.' })
  name!: string;

  @Field(() => Division, { description: 'Where the enterprise belongs.' })
  division!: Division;

  @Field(() => RegistrationLicence, { description: 'What shows that the code is really its own.' })
  licence!: RegistrationLicence;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field({ description: 'Whether you proposed it.' })
  isMine!: boolean;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;
}

@ObjectType({
  description: 'What was proposed to register under a code whose check character does not fit (凭执照登记).',
})
export class Registration {
  @Field(() => ID, { description: 'The code, as the licence shows it.' })
  uscc!: string;

  /** The row it was made of: its other fields are resolved from it. */
  row!: RegistrationRow;
}
