import { Global, Module } from '@nestjs/common';
import { InheritedTotals } from './list/inherited-totals.js';
import { EnterpriseInheritedResolver, YearlyInheritedResolver } from './list/inherited-totals.resolver.js';
import { ToYearlyTotal } from './list/to-yearly-total.js';
import { TotalsOfEnterprise } from './list/totals-of-enterprise.js';
import { YearlyTotalList } from './list/yearly-total-list.js';
import { YearlyTotalsResolver } from './list/yearly-totals.resolver.js';

/** What enterprises were granted, as it is read: totals by year and measure. */
@Global()
@Module({
  providers: [
    ToYearlyTotal,
    TotalsOfEnterprise,
    InheritedTotals,
    EnterpriseInheritedResolver,
    YearlyInheritedResolver,
    YearlyTotalList,
    YearlyTotalsResolver,
  ],
  exports: [ToYearlyTotal, TotalsOfEnterprise],
})
export class EntitlementReadModule {}
