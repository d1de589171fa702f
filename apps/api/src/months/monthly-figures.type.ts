import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Division } from '../division/division.type.js';
import { Money } from '../graphql/scalars/money.js';
import { Measure } from '../policy/list/measure.type.js';

export enum MonthlyBy {
  DIVISION = 'DIVISION',
  DEPARTMENT = 'DEPARTMENT',
  TREASURY = 'TREASURY',
  MEASURE = 'MEASURE',
}

registerEnumType(MonthlyBy, {
  name: 'MonthlyBy',
  description: 'By what the figures of months are told apart (统计口径).',
  valuesMap: {
    DIVISION: { description: 'Where the enterprise is, as its claim says (按县市区).' },
    DEPARTMENT: { description: 'The lead department of the measure (按牵头部门).' },
    TREASURY: { description: 'Whose treasury pays (按国库).' },
    MEASURE: { description: 'The measure claimed under (按条款).' },
  },
});

@ObjectType({
  description: 'The figures of one month, each by a day of its own. docs/figures.md says what they add up to.',
})
export class MonthFigures {
  @Field({ description: 'YYYY-MM.' })
  month!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Claims first submitted in it, of every status and kind; null by treasury, since it may have several.',
  })
  claims!: number | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What those of them that are for grants ask for; null by treasury.',
  })
  requested!: Fen | null;

  @Field(() => Money, { description: 'Grants determined in it that are in force.' })
  determined!: Fen;

  @Field(() => Money, { description: 'What the bank paid in it, and has not sent back.' })
  paid!: Fen;

  @Field(() => Money, { description: 'Loan limits determined in it that are in force. Never to be added to money.' })
  loanLimits!: Fen;
}

@ObjectType({ description: 'The months of one division, department, treasury or measure, or of all together.' })
export class MonthlySeries {
  @Field(() => ID, {
    description: 'Code of the division, name of the department with its place, or id of the measure.',
  })
  id!: string;

  @Field(() => Division, { nullable: true, description: 'Of figures by division or by treasury.' })
  division!: Division | null;

  @Field(() => String, { nullable: true, description: 'Of figures by department: its name with its place.' })
  department!: string | null;

  @Field(() => Measure, { nullable: true, description: 'Of figures by measure.' })
  measure!: Measure | null;

  @Field(() => [MonthFigures], { description: 'One for each month that was asked for, in their order.' })
  months!: readonly MonthFigures[];
}

@ObjectType({ description: 'What was claimed, determined and paid month by month (按月统计).' })
export class MonthlyFigures {
  @Field(() => ID, {
    description: 'Position of the log up to which the figures hold everything, and beyond which not.',
  })
  position!: string;

  @Field(() => [MonthlySeries], {
    description: 'Those of which there is anything in these months. They add up to `total`.',
  })
  series!: readonly MonthlySeries[];

  @Field(() => MonthlySeries, { description: 'All of the city.' })
  total!: MonthlySeries;
}
