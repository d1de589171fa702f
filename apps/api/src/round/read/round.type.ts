import {
  PAY_RULE_NAMES,
  PAY_RULES,
  ROUND_STANDING_NAMES,
  ROUND_STANDINGS,
  type PayRule,
  type ProposalStanding,
  type Round,
  type RoundStanding,
} from '@duixian/casework';
import type { ClaimStatus } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ClaimStatusEnum } from '../../claim/read/claim-enums.js';
import { Division } from '../../division/division.type.js';
import { ProposalStandingEnum } from '../../enterprise/read/proposal-standing.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { Money } from '../../graphql/scalars/money.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Measure } from '../../policy/list/measure.type.js';

export const PayRuleEnum = enumOf(PAY_RULES);
registerEnumType(PayRuleEnum, {
  name: 'PayRule',
  description: 'When the claims of a round are determined (兑付方式).',
  valuesMap: wordsOf(PAY_RULE_NAMES),
});

export const RoundStandingEnum = enumOf(ROUND_STANDINGS);
registerEnumType(RoundStandingEnum, {
  name: 'RoundStanding',
  description: 'How a round stands on a day (批次状态).',
  valuesMap: wordsOf(ROUND_STANDING_NAMES),
});

@ObjectType({ description: 'That a round closes later than it was to (延长申报期).' })
export class RoundExtension {
  @Field(() => PlainDate, { description: 'Its last day before.' })
  before!: string;

  @Field(() => PlainDate, { description: 'Its last day from then on.' })
  closes!: string;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => PlainDate, { description: 'Day on which the second person agreed.' })
  on!: string;
}

/** What a round and a proposal for one say alike. */
@ObjectType({ isAbstract: true })
abstract class RoundShown {
  @Field({ description: 'Its own within the document.' })
  number!: string;

  @Field(() => Bilingual, { description: 'What people call it.' })
  name!: Bilingual;

  @Field(() => ID, { description: 'Its document.' })
  policy!: string;

  @Field(() => [Measure], { description: 'The clauses that are claimed in it.' })
  measures!: Measure[];

  @Field(() => PlainDate, { description: 'First day on which it takes claims, in Beijing.' })
  opens!: string;

  @Field(() => PlainDate, { description: 'Last day on which it does, to its last second.' })
  closes!: string;

  @Field(() => PlainDate, { description: 'First day of the matters that are claimed in it (所属期).' })
  occurredFrom!: string;

  @Field(() => PlainDate, { description: 'Last day of them.' })
  occurredTo!: string;

  @Field(() => PayRuleEnum, { description: 'When its claims are determined.' })
  pays!: PayRule;

  @Field(() => Division, { description: 'Division of the department that opens it.' })
  division!: Division;

  @Field({ description: 'The lead department, which opens it.' })
  department!: string;

  @Field({ description: 'Whether your office opens it, makes it longer and draws its samples.' })
  isMyOffice!: boolean;
}

@ObjectType({ description: 'Claims of one status: how many, and what they come to.' })
export class RoundFiguresOfStatus {
  @Field(() => ClaimStatusEnum, { description: 'Their status.' })
  status!: ClaimStatus;

  @Field(() => Int, { description: 'How many.' })
  claims!: number;

  @Field(() => Money, { description: 'What they ask for.' })
  requested!: Fen;

  @Field(() => Money, { description: 'What finance determined of them.' })
  determined!: Fen;
}

@ObjectType({ description: 'Claims of one division: how many, and what they come to.' })
export class RoundFiguresOfDivision {
  @Field(() => Division, { description: 'Where their enterprises belonged.' })
  division!: Division;

  @Field(() => Int, { description: 'How many.' })
  claims!: number;

  @Field(() => Money, { description: 'What they ask for.' })
  requested!: Fen;

  @Field(() => Money, { description: 'What finance determined of them.' })
  determined!: Fen;
}

@ObjectType({ description: 'What was submitted in a round, and what has become of it.' })
export class RoundFigures {
  @Field(() => Int, { description: 'Claims that were submitted in it.' })
  claims!: number;

  @Field(() => Money, { description: 'What they ask for.' })
  requested!: Fen;

  @Field(() => Money, { description: 'What finance determined of them.' })
  determined!: Fen;

  @Field(() => Money, { description: 'What is paid of that.' })
  paid!: Fen;

  @Field(() => [RoundFiguresOfStatus], {
    description: 'By status, in the order of the way; those of none are left out.',
  })
  byStatus!: RoundFiguresOfStatus[];

  @Field(() => [RoundFiguresOfDivision], { description: 'By division, in the order of their codes.' })
  byDivision!: RoundFiguresOfDivision[];
}

@ObjectType({ description: 'A time in which clauses of a document are claimed (申报批次).' })
export class ApplicationRound extends RoundShown {
  @Field(() => ID, { description: 'The document and the number: `quanzhou-2024-7/2026-1`.' })
  id!: string;

  @Field(() => RoundStandingEnum, { description: 'How it stands on the day of the answer.' })
  standing!: RoundStanding;

  @Field(() => Int, {
    nullable: true,
    description:
      'Working days on which it still takes claims, today among them; 0 once it is closed, null where the schedule of its year is not published.',
  })
  workingDaysLeft!: number | null;

  @Field(() => [RoundExtension], { description: 'How often it was made longer, in order.' })
  extensions!: readonly RoundExtension[];

  round!: Round;
}

@ObjectType({ description: 'That a round is opened, or goes on for longer (双人办理).' })
export class RoundProposal extends RoundShown {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field({ description: 'Whether it makes a round longer, and opens none.' })
  isExtension!: boolean;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'The last day now, of a round that shall go on for longer; null of any other proposal.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Why a round goes on for longer; null of an opening.' })
  reason!: string | null;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field({ description: 'Name of the proposer.' })
  proposedBy!: string;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => String, { nullable: true, description: 'Name of who agreed, refused or took it back.' })
  answeredBy!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'On which day.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusedBecause!: string | null;

  @Field({ description: 'Whether you proposed it yourself: then a colleague has to answer.' })
  isMine!: boolean;
}

@ObjectType({ description: 'The rounds of one document, and what is proposed for them.' })
export class DocumentRounds {
  @Field(() => ID, { description: 'The document.' })
  policy!: string;

  @Field(() => [ApplicationRound], { description: 'By their first day, the latest first.' })
  rounds!: ApplicationRound[];

  @Field(() => [RoundProposal], { description: 'The newest first, with what was said of them.' })
  proposals!: RoundProposal[];
}
