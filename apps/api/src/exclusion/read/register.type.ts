import { EDITION_STANDINGS, type EditionStanding, type ExclusionHit, type RegisterBook } from '@duixian/casework';
import { REGISTER_STEPS, type RegisterRule, type RegisterStep } from '@duixian/policy';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NamedPerson } from '../../delegation/named-person.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf } from '../../graphql/enum-of.js';
import { connectionOf } from '../../graphql/pagination.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export const RegisterStepEnum = enumOf(REGISTER_STEPS);
registerEnumType(RegisterStepEnum, {
  name: 'RegisterStep',
  description: 'A step at which a register is asked.',
  valuesMap: {
    ACCEPTANCE: { description: '受理.' },
    DETERMINATION: { description: '核定.' },
    INSTRUCTION: { description: '下达拨付指令, also of a payment that came back.' },
  },
});

export const EditionStandingEnum = enumOf(EDITION_STANDINGS);
registerEnumType(EditionStandingEnum, {
  name: 'RegisterEditionStanding',
  description: 'How an edition of a register stands (状态).',
  valuesMap: {
    READING: { description: 'Its file is being read, part by part (读入中).' },
    PROPOSED: { description: 'A second person has to answer (待同意).' },
    LAPSED: { description: 'Nobody answered in time (逾期失效).' },
    IN_FORCE: { description: 'Its rows hold claims (在用).' },
    EXPIRED: { description: 'Its last day is over, and no other has taken its place (已过期).' },
    REPLACED: { description: 'A later edition took its place (已替换).' },
    REFUSED: { description: 'A second person did not agree (已否决).' },
    WITHDRAWN: { description: 'Whoever imported it took it back (已撤回).' },
  },
});

@ObjectType({ description: 'A reason for which a row of a register can be cleared.' })
export class ClearingGround {
  @Field(() => ID, { description: 'To be named when a row is cleared.' })
  id!: string;

  @Field(() => Bilingual, { description: 'What it is called.' })
  name!: Bilingual;
}

@ObjectType({
  description: 'A register of those who must not be paid (失信、处罚、欠税、禁止申报), as the city keeps it.',
})
export class Register {
  @Field(() => ID, { description: 'Its id in the file of the city.' })
  id!: string;

  @Field(() => Bilingual, { description: 'What it is called.' })
  name!: Bilingual;

  @Field({ description: 'The rule by which whoever stands on it is not paid.' })
  source!: string;

  @Field(() => [RegisterStepEnum], { description: 'Where a claim is held.' })
  asked!: readonly RegisterStep[];

  @Field(() => Int, {
    nullable: true,
    description: 'For how many years from its day a row holds; null where it holds as long as it is listed.',
  })
  years!: number | null;

  @Field(() => Bilingual, { description: 'Whose officials import its editions and agree to them.' })
  keptBy!: Bilingual;

  @Field(() => Bilingual, { description: 'Whose officials clear a row.' })
  clearedBy!: Bilingual;

  @Field(() => [ClearingGround], { description: 'For which reasons a row is cleared.' })
  grounds!: ClearingGround[];

  @Field({ description: 'Whether you are of the office that keeps it.' })
  isMine!: boolean;

  @Field({ description: 'Whether you are of the office that clears its rows.' })
  mayClear!: boolean;

  rule!: RegisterRule;
}

@ObjectType({ description: 'How an edition differs from the one in force, counted by enterprise.' })
export class EditionComparison {
  @Field(() => Int, { description: 'Enterprises that it lists, and the one in force does not.' })
  added!: number;

  @Field(() => Int, { description: 'Enterprises that both list.' })
  kept!: number;

  @Field(() => Int, { description: 'Enterprises that it lists no more: nothing holds them once it is in force.' })
  gone!: number;
}

@ObjectType({
  description: 'An edition of a register: a file with its source, read in parts and agreed to by two persons.',
})
export class RegisterEdition {
  @Field(() => ID, { description: 'The edition.' })
  id!: string;

  @Field(() => ID, { description: 'Id of its register.' })
  register!: string;

  @Field(() => Int, { description: 'Counts what was imported for the register, from 1.' })
  no!: number;

  @Field({ description: 'Title of the list.' })
  title!: string;

  @Field({ description: 'Who published it.' })
  authority!: string;

  @Field(() => String, { nullable: true, description: 'Number of its document.' })
  document!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the page where it was published.' })
  url!: string | null;

  @Field(() => PlainDate, { description: 'The day as of which it was published.' })
  publishedOn!: string;

  @Field(() => PlainDate, { nullable: true, description: 'Last day on which its rows hold; null where there is none.' })
  validUntil!: string | null;

  @Field(() => EditionStandingEnum, { description: 'How it stands today.' })
  standing!: EditionStanding;

  @Field({ description: 'Name of the file.' })
  fileName!: string;

  @Field({ description: 'SHA-256 of the file, as whoever imported it stated.' })
  fileHash!: string;

  @Field(() => NamedPerson, { description: 'Who imported it.' })
  openedBy!: NamedPerson;

  @Field(() => PlainDate, { description: 'When it was imported.' })
  openedOn!: string;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Last day on which it can be agreed to; null before it is proposed.',
  })
  opensUntil!: string | null;

  @Field(() => NamedPerson, { nullable: true, description: 'Who answered it.' })
  answeredBy!: NamedPerson | null;

  @Field(() => PlainDate, { nullable: true, description: 'When it was answered.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusedBecause!: string | null;

  @Field({ description: 'Whether you imported it.' })
  isMine!: boolean;

  book!: RegisterBook;
}

@ObjectType({ description: 'Who cleared a row of a register (解除), when and why.' })
export class ExclusionClearing {
  @Field(() => NamedPerson, { description: 'Who cleared it.' })
  by!: NamedPerson;

  @Field(() => PlainDate, { description: 'When.' })
  on!: string;

  @Field(() => Bilingual, { description: 'For which of the reasons of the register.' })
  ground!: Bilingual;

  @Field({ description: 'What was written beside it.' })
  reason!: string;
}

@ObjectType({ description: 'A row of an edition of a register.' })
export class RegisterRow {
  @Field(() => ID, { description: 'Id of the register.' })
  register!: string;

  @Field(() => ID, { description: 'Id of the edition.' })
  edition!: string;

  @Field(() => Int, { description: 'Its place in the file, from 1, without the header.' })
  row!: number;

  @Field(() => ID, { description: 'Code of the enterprise; it need not be registered here.' })
  uscc!: string;

  @Field({ description: 'The enterprise as the list names it.' })
  name!: string;

  @Field({ description: 'Why it is listed (事由).' })
  matter!: string;

  @Field(() => String, { nullable: true, description: 'Number of the judgment or decision.' })
  decision!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Day of the decision.' })
  decidedOn!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Last day on which it holds, as the list says.' })
  until!: string | null;

  @Field(() => [ExclusionClearing], { description: 'Who cleared it, in order; none while it holds.' })
  clearings!: ExclusionClearing[];
}

@ObjectType({ description: 'A page of rows of registers.' })
export class RegisterRowConnection extends connectionOf(RegisterRow, 'RegisterRow') {}

@ObjectType({
  description: 'A row of a register in force that is about an enterprise, or one in whose place it goes on.',
})
export class Exclusion {
  @Field(() => Register, { description: 'The register.' })
  register!: Register;

  @Field(() => RegisterEdition, { description: 'Its edition in force.' })
  edition!: RegisterEdition;

  @Field(() => RegisterRow, { description: 'The row, as evidence.' })
  row!: RegisterRow;

  @Field(() => PlainDate, { nullable: true, description: 'Last day on which it holds; null as long as it is listed.' })
  until!: string | null;

  @Field({
    description: 'Whether it holds claims: nobody cleared it; of a claim, nobody whose clearing counts for it.',
  })
  isHolding!: boolean;

  hit!: ExclusionHit;
}
