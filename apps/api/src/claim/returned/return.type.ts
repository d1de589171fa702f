import { TOLD, TOLD_NAMES, type Told } from '@duixian/casework';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export const ToldEnum = enumOf(TOLD);
registerEnumType(ToldEnum, {
  name: 'ReturnTold',
  description: 'Whether what a return names could have been named in an earlier one (一次性告知).',
  valuesMap: wordsOf(TOLD_NAMES),
});

@ObjectType({ description: 'A field that a return can name.' })
export class CorrectableField {
  @Field({
    description:
      'Its key: `occurredOn`, `subject`, `requestedAmount`, `facts.<name>`, `evidence.<kind>.<number>`, `evidence`, `enterprise` or `account`.',
  })
  field!: string;

  @Field(() => Bilingual, { description: 'What people call it.' })
  label!: Bilingual;

  @Field(() => ToldEnum, { description: 'What naming it now would be; but for FIRST it asks for a reason.' })
  told!: Told;
}

@ObjectType({ description: 'What is to be corrected (补正事项).' })
export class ReturnItem {
  @Field({ description: 'Key of the field.' })
  field!: string;

  @Field(() => Bilingual, { description: 'What people called it then.' })
  label!: Bilingual;

  @Field(() => Bilingual, { nullable: true, description: 'What was stated; null where nothing was.' })
  was!: Bilingual | null;

  @Field({ description: 'What is wrong with it.' })
  wrong!: string;

  @Field({ description: 'What is wanted.' })
  wanted!: string;

  @Field(() => ToldEnum, { description: 'Whether an earlier return could have named it.' })
  told!: Told;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was changed; null until the claim is stated anew.' })
  isChanged!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was answered to it; null where nothing was.' })
  answer!: string | null;
}

@ObjectType({
  description: 'A field in which the statement after a return differs from the one before (补正前后对照).',
})
export class StatedChange {
  @Field({ description: 'Key of the field.' })
  field!: string;

  @Field(() => Bilingual, { description: 'What people call it.' })
  label!: Bilingual;

  @Field(() => Bilingual, { nullable: true, description: 'What was stated before; null where nothing was.' })
  before!: Bilingual | null;

  @Field(() => Bilingual, { nullable: true, description: 'What is stated after; null where nothing is.' })
  after!: Bilingual | null;

  @Field({ description: 'Whether the return had named it.' })
  isAsked!: boolean;
}

@ObjectType({ description: 'That a claim went back to be corrected (退回补正), and how it was answered.' })
export class ClaimReturn {
  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'The official who returned it, as he was called then.' })
  by!: string;

  @Field(() => String, { nullable: true, description: 'His department; null of a window.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to call there; null where nobody says.' })
  telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'A remark on the whole; null where the items say it all.' })
  reason!: string | null;

  @Field(() => [ReturnItem], { description: 'What is to be corrected, in the order in which it was named.' })
  items!: ReturnItem[];

  @Field(() => PlainDate, {
    nullable: true,
    description: 'By when it is to be answered (补正期限); null of a return of before there was a limit.',
  })
  answerBy!: string | null;

  @Field(() => Int, { nullable: true, description: 'The same in working days after the return.' })
  workingDays!: number | null;

  @Field({ description: 'Whether it waits for its answer, and the day for it is over.' })
  isOverdue!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why something was told late, or again (迟告理由); null where everything was told at once.',
  })
  lateReason!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'When the claim was stated anew; null until then.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who stated it anew, as he was called then.' })
  answeredBy!: string | null;

  @Field(() => [StatedChange], { description: 'What differs since; empty until it is stated anew.' })
  changes!: StatedChange[];
}
