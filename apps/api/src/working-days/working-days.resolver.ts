import { dayAfterWorkingDays, knownYears, workingYear } from '@duixian/calendar';
import { addDays } from '@duixian/casework';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { badInput } from '../graphql/errors.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { RequirePermission } from '../identity/require-permission.js';
import { CountedDays, WorkingYear } from './working-year.type.js';

/** What any limit of the documents stays below: a year's working days. */
const DAYS_MAX = 250;

@Resolver()
export class WorkingDaysResolver {
  @Query(() => [WorkingYear], {
    description: 'The years whose working days are known, in order. None of another year is ever counted.',
  })
  @RequirePermission('policy.read')
  workingYears(): WorkingYear[] {
    return knownYears.flatMap((year) => workingYear(year) ?? []);
  }

  @Query(() => CountedDays, {
    description:
      'Where so many working days end that count from the next working day, as every time limit does. Refused where a year on the way is not known.',
  })
  @RequirePermission('policy.read')
  @ArgumentKinds({ days: 'whole' })
  countWorkingDays(
    @Args('from', { type: () => PlainDate, description: 'The day of what sets them going; it is none of them.' })
    from: string,
    @Args('days', { type: () => Int, description: `From 1 to ${String(DAYS_MAX)}.` }) days: number,
  ): CountedDays {
    if (days < 1 || days > DAYS_MAX) {
      throw badInput('days', {
        zh: `days：请填写1至${String(DAYS_MAX)}个工作日。`,
        en: `days: state from 1 to ${String(DAYS_MAX)} working days.`,
      });
    }
    const over = dayAfterWorkingDays(from, days);
    if (!over.known) throw unknownYear(over.year);
    return { lastDay: addDays(over.day, -1), overFrom: over.day };
  }
}

function unknownYear(year: number) {
  const held = [...new Set([knownYears.at(0), knownYears.at(-1)])].join('–');
  return badInput('from', {
    zh: `未录入${String(year)}年的放假安排，不能计算工作日；现有${held}年。请待国务院办公厅的通知录入后再算。`,
    en: `The working days of ${String(year)} are not on record, and no ordinary week is counted in their place; ${held} are. Ask again once the State Council’s notice is entered.`,
  });
}
