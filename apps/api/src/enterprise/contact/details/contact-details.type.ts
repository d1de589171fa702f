import type { ProposalStanding } from '@duixian/casework';
import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { NotFound, NotPermitted } from '../../../graphql/refusal/refusal.js';
import { PlainDate } from '../../../graphql/scalars/plain-date.js';
import { ProposalStandingEnum } from '../../read/proposal-standing.js';

@ObjectType({ description: 'Whom to call at an enterprise. Reading it is on record.' })
export class Contact {
  @Field(() => ID, { description: 'The proposal by which it came on record.' })
  proposal!: string;

  @Field({ description: 'Name of the person.' })
  name!: string;

  @Field({ description: 'Telephone number.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'Address of email.' })
  email!: string | null;

  @Field(() => ProposalStandingEnum, { description: 'In force, also until lately; or open or waiting.' })
  standing!: ProposalStanding;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Day on which another took its place; null for the present one, and for one that is proposed.',
  })
  replacedOn!: string | null;
}

@ObjectType({
  description:
    'The present contact, one that is proposed, and those of the last 90 days: whoever changes an account may have changed both.',
})
export class Contacts {
  @Field(() => [Contact], { description: 'The newest first.' })
  contacts!: Contact[];
}

export const ContactsResult = createUnionType({
  name: 'ContactsResult',
  description: 'The contacts, or why they are not shown.',
  types: () => [Contacts, NotFound, NotPermitted] as const,
});
