import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { badInput } from '../graphql/errors.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { AsOf } from '../log/as-of.input.js';
import { MonthlyBy, MonthlyFigures } from './monthly-figures.type.js';
import { monthsUntil } from './month.js';
import { Months } from './months.js';

const MONTHS_MAX = 24;

@Resolver()
export class MonthsResolver {
  constructor(private readonly figures: Months) {}

  @Query(() => MonthlyFigures, { description: 'What was claimed, determined and paid month by month (按月统计).' })
  @RequirePermission('claim.read')
  @ArgumentKinds({ months: 'whole' })
  async monthlyFigures(
    @CurrentUser() { tenant }: CurrentUser,
    @Args('by', { type: () => MonthlyBy, description: 'By what they are told apart.' }) by: MonthlyBy,
    @Args('months', {
      type: () => Int,
      defaultValue: 12,
      description: `How many months, from 1 to ${String(MONTHS_MAX)}.`,
    })
    count: number,
    @Args('until', { type: () => PlainDate, nullable: true, description: 'A day of the last one; today if left out.' })
    until?: string | null,
    @Args('asOf', { nullable: true, description: 'The figures as they were then.' }) _asOf?: AsOf,
  ): Promise<MonthlyFigures> {
    if (count < 1 || count > MONTHS_MAX) {
      throw badInput('months', {
        zh: `months：请填写1至${String(MONTHS_MAX)}个月。`,
        en: `months: state from 1 to ${String(MONTHS_MAX)}.`,
      });
    }
    return this.figures.of(tenant, by, monthsUntil(until ?? (await this.figures.today(tenant)), count));
  }
}
