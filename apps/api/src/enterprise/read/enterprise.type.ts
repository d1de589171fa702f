import type { EnterpriseChangeKind, ProposalStanding } from '@duixian/casework';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { EnterpriseChangeKindEnum } from '../change/change-kind.js';
import { ProposalStandingEnum } from './proposal-standing.js';
import { Division } from '../../division/division.type.js';
import { connectionOf } from '../../graphql/pagination.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import type { EnterpriseRow } from '../read-model/enterprise-table.js';

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
  @Field(() => Division, { description: 'Where it was before.' })
  from!: Division;

  @Field(() => Division, { description: 'Where it moved to.' })
  division!: Division;

  @Field(() => PlainDate, { description: 'First day in the new division.' })
  on!: string;
}

@ObjectType({ description: 'A name that an enterprise had.' })
export class FormerName {
  @Field({ description: 'As it was registered.' })
  name!: string;

  @Field(() => PlainDate, { description: 'First day of the name that followed.' })
  until!: string;
}

@ObjectType({
  description: 'What the correction of a change says: of which day it was in truth, or that it never came about.',
})
export class ChangeCorrection {
  @Field(() => ID, { description: 'The change, by its proposal.' })
  change!: string;

  @Field(() => PlainDate, { nullable: true, description: 'The true day; null where it never came about.' })
  on!: string | null;
}

@ObjectType({
  description:
    'A change of an enterprise, or the correction of one, that one clerk proposed, and what another said of it.',
})
export class EnterpriseChangeProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field(() => EnterpriseChangeKindEnum, { description: 'What happens to the enterprise.' })
  kind!: EnterpriseChangeKind;

  @Field(() => PlainDate, { description: 'First day on which it holds; of one that was put right the true one.' })
  on!: string;

  @Field(() => ChangeCorrection, {
    nullable: true,
    description: 'Null unless it corrects a change; the other fields are that one’s.',
  })
  corrects!: ChangeCorrection | null;

  @Field({ description: 'Whether it was agreed to, and found later never to have come about.' })
  isUndone!: boolean;

  @Field(() => String, { nullable: true, description: 'The new name; null unless it is renamed.' })
  name!: string | null;

  @Field(() => [String], { description: 'Credit codes of those who go on in its place.' })
  successors!: readonly string[];

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field({ description: 'Whether you proposed it.' })
  isMine!: boolean;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;
}

@ObjectType({ description: 'An enterprise (企业): whoever claims.' })
export class Enterprise {
  @Field(() => ID, { description: 'Unified social credit code (GB 32100-2015).' })
  uscc!: string;

  @Field({ description: 'As registered.' })
  name!: string;

  @Field(() => Bilingual, {
    nullable: true,
    description:
      'What it is by the first two places of its code (企业, 个体工商户, 机关, 事业单位 …); null where the standard knows none.',
  })
  kind!: Bilingual | null;

  @Field(() => PlainDate, { description: 'Day on which it was registered here.' })
  registeredOn!: string;

  /** The row it was made of: its other fields are resolved from it. */
  row!: EnterpriseRow;
}

@ObjectType({ description: 'The end of an enterprise: nothing is claimed, determined or paid to it from then on.' })
export class EnterpriseClosure {
  @Field(() => EnterpriseChangeKindEnum, { description: 'How it ended.' })
  how!: EnterpriseChangeKind;

  @Field(() => PlainDate, { description: 'First day on which it is no more.' })
  on!: string;

  @Field(() => [Enterprise], { description: 'Who goes on in its place: what it was granted counts under their caps.' })
  successors!: Enterprise[];
}

@ObjectType({ description: 'A page of a list of enterprises.' })
export class EnterpriseConnection extends connectionOf(Enterprise, 'Enterprise') {}
