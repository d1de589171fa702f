import { LIGHT_NAMES, LIGHTS, SUSPENSION_GROUNDS, type Light, type SuspensionGround } from '@duixian/casework';
import {
  LIMIT_KIND_NAMES,
  LIMIT_KINDS,
  LIMITED_STEP_NAMES,
  LIMITED_STEPS,
  PAUSE_NAMES,
  type LimitedStep,
  type LimitKind,
} from '@duixian/policy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export const LightEnum = enumOf(LIGHTS);
registerEnumType(LightEnum, {
  name: 'DeadlineLight',
  description: 'How a time limit stands on a day (时限状态).',
  valuesMap: wordsOf(LIGHT_NAMES),
});

export const LimitKindEnum = enumOf(LIMIT_KINDS);
registerEnumType(LimitKindEnum, {
  name: 'LimitKind',
  description: 'How a measure is honoured (兑现方式), from which its limits follow.',
  valuesMap: wordsOf(LIMIT_KIND_NAMES),
});

export const LimitedStepEnum = enumOf(LIMITED_STEPS);
registerEnumType(LimitedStepEnum, {
  name: 'LimitedStep',
  description: 'A step that a limit hangs on (环节).',
  valuesMap: wordsOf(LIMITED_STEP_NAMES),
});

export const SuspensionGroundEnum = enumOf(SUSPENSION_GROUNDS);
registerEnumType(SuspensionGroundEnum, {
  name: 'SuspensionGround',
  description: 'For what an office stops the clock (暂停计时事由).',
  valuesMap: wordsOf(Object.fromEntries(SUSPENSION_GROUNDS.map((ground) => [ground, PAUSE_NAMES[ground]]))),
});

@ObjectType({
  description: 'One time limit of a claim, in working days, as it stands on the day of the answer (时限).',
})
export class Deadline {
  @Field(() => [LimitedStepEnum], {
    nullable: true,
    description: 'The steps that share it; null of the whole claim, and of a step of its route.',
  })
  steps!: readonly LimitedStep[] | null;

  @Field(() => Int, { description: 'Working days, counted from the next one.' })
  days!: number;

  @Field(() => PlainDate, {
    nullable: true,
    description:
      'Its last day; null while the clock stands before it, and where it lies in a year of `unpublishedYear`.',
  })
  dueOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year in which its last day lies, whose working days are not published yet (放假安排未公布).',
  })
  unpublishedYear!: number | null;

  @Field(() => LightEnum, { description: 'How it stands.' })
  light!: Light;

  @Field(() => Int, {
    nullable: true,
    description:
      'Working days left after the day of the answer: 0 on the last one, negative once it is passed. Null where nobody has published what counts.',
  })
  daysLeft!: number | null;

  @Field(() => PlainDate, { nullable: true, description: 'Since when the clock stands; null while it goes.' })
  pausedSince!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The superior to whom it was reported as overdue (已上报); null where it was not.',
  })
  escalatedTo!: string | null;
}

@ObjectType({ description: 'An office stopped the clock (暂停计时).' })
export class ClockSuspension {
  @Field(() => PlainDate, { description: 'From which day on no day counts.' })
  since!: string;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'The last of them: the clock goes on by itself then. Null of what was stopped without such a day.',
  })
  until!: string | null;

  @Field(() => SuspensionGroundEnum, { description: 'For what.' })
  ground!: SuspensionGround;

  @Field({ description: 'The rule that lets it, as it was cited.' })
  basis!: string;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field({ description: 'The official who stopped it, as he was called then.' })
  by!: string;
}

@ObjectType({ description: 'The time limits of a claim, as the rule was when it was submitted (时限).' })
export class ClaimDeadlines {
  @Field(() => LimitKindEnum, { description: 'How the measure is honoured.' })
  kind!: LimitKind;

  @Field({ description: 'Where the rule stands.' })
  source!: string;

  @Field(() => Deadline, { nullable: true, description: 'Of the step that it waits for; null where none hangs on it.' })
  step!: Deadline | null;

  @Field(() => Deadline, { description: 'From the submission to the payment (承诺时限).' })
  whole!: Deadline;

  @Field(() => ClockSuspension, { nullable: true, description: 'Null unless an office stopped the clock.' })
  suspension!: ClockSuspension | null;

  @Field(() => [SuspensionGroundEnum], { description: 'For what the rule lets an office stop it.' })
  grounds!: readonly SuspensionGround[];

  @Field(() => Int, { description: 'For how many working days at the most, while the claim lies at one place.' })
  stopDays!: number;
}
