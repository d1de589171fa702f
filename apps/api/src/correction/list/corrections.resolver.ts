import { Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../clock/clock.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionShown, toCorrectionShown } from '../correction.type.js';
import { CorrectionList, CORRECTIONS_MAX } from './correction-list.js';

@Resolver()
export class CorrectionsResolver {
  constructor(
    private readonly list: CorrectionList,
    private readonly clock: Clock,
  ) {}

  @Query(() => [CorrectionShown], {
    description: `The latest correction proposed for each event of your city, the newest first; ${CORRECTIONS_MAX} at most. As of now, whatever position other fields are answered at: a correction holds for every reading of its event.`,
  })
  @RequirePermission('setaside.read')
  async corrections(@CurrentUser() { tenant, id }: CurrentUser): Promise<CorrectionShown[]> {
    const today = this.clock.today();
    return (await this.list.of(tenant)).map((each) => toCorrectionShown(each, id, today));
  }
}
