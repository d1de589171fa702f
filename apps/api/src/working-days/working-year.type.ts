import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PlainDate } from '../graphql/scalars/plain-date.js';

@ObjectType({ description: 'How the working days of a year depart from Monday to Friday (放假安排).' })
export class WorkingYear {
  @Field(() => Int, { description: 'Of the calendar.' })
  year!: number;

  @Field(() => [String], {
    description: 'Numbers of the notices of the State Council’s office that say so (文号), in order.',
  })
  notices!: readonly string[];

  @Field(() => [PlainDate], { description: 'Mondays to Fridays without work.' })
  off!: readonly string[];

  @Field(() => [PlainDate], { description: 'Saturdays and Sundays with work (调休上班).' })
  worked!: readonly string[];
}

@ObjectType({ description: 'Where a number of working days ends.' })
export class CountedDays {
  @Field(() => PlainDate, { description: 'The last of them: what is due within them is due on it.' })
  lastDay!: string;

  @Field(() => PlainDate, {
    description: 'The day after: what has to wait until they are over may be done from then on.',
  })
  overFrom!: string;
}
