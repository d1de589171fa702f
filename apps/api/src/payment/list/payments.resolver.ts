import { Args, Query, Resolver } from '@nestjs/graphql';
import { ListArgs, toConnection } from '../../graphql/pagination.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { PaymentConnection } from '../read/payment.type.js';
import { toPayment } from '../read/to-payment.js';
import { PaymentFilter, PaymentSort } from './payment-filter.js';
import { PaymentList } from './payment-list.js';

@Resolver()
export class PaymentsResolver {
  constructor(private readonly list: PaymentList) {}

  @Query(() => PaymentConnection, { description: 'The payments of your city.' })
  @RequirePermission('payment.read')
  async payments(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which payments; all if left out.' }) filter?: PaymentFilter,
    @Args('sort', { nullable: true, description: 'In which order.' }) sort?: PaymentSort,
  ): Promise<PaymentConnection> {
    return toConnection(await this.list.page(user, page, filter ?? {}, sort ?? undefined), toPayment);
  }
}
