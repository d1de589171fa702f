import {
  deadlinesOf,
  isTheirs,
  lightAmong,
  routeDeadlinesOf,
  SUSPENSION_GROUNDS,
  type Deadlines,
  type Light,
} from '@duixian/casework';
import { STOP_DAYS } from '@duixian/policy';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf } from '../../identity/actor.js';
import { CurrentUser } from '../../identity/current-user.js';
import { Positions } from '../../log/positions.js';
import { Claim } from '../read/claim.type.js';
import { ClaimDeadlines, Deadline, LightEnum } from './deadline.type.js';
import { toDeadline } from './to-deadline.js';

@Resolver(() => Claim)
export class DeadlinesResolver {
  constructor(private readonly positions: Positions) {}

  @ResolveField(() => LightEnum, {
    nullable: true,
    description:
      'The worst of its limits (时限状态); null where it has none, and once nothing is due of it. `ClaimFilter.light` asks the same.',
  })
  async light(@Parent() { row }: Claim): Promise<Light | null> {
    const { due_on: dueOn, remind_on: remindOn, clock } = row;
    return lightAmong({ dueOn, remindOn, clock }, (await this.positions.of(row.tenant)).today);
  }

  @ResolveField(() => ClaimDeadlines, {
    nullable: true,
    description:
      'Its time limits; null where there was no rule when it was submitted, and once it is paid or has ended. Those of its route stand with the steps.',
  })
  async deadlines(@Parent() { row }: Claim): Promise<ClaimDeadlines | null> {
    const found = deadlinesOf(row.clocks, (await this.positions.of(row.tenant)).today);
    return found === null ? null : toDeadlines(found);
  }

  @ResolveField(() => Deadline, {
    nullable: true,
    description:
      'Of the step of its route that is open and your office’s (本部门环节时限), the first that is due; null where none is, or none is limited.',
  })
  async officeDeadline(@Parent() { row }: Claim, @CurrentUser() user: CurrentUser): Promise<Deadline | null> {
    const { today } = await this.positions.of(row.tenant);
    const own = routeDeadlinesOf(row.clocks, today).filter(({ office }) => isTheirs(office, actorOf(user)));
    const [first] = own.map(toDeadline).sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
    return first ?? null;
  }
}

function toDeadlines({ limits, step, whole, suspension }: Deadlines): ClaimDeadlines {
  return Object.assign(new ClaimDeadlines(), {
    kind: limits.kind,
    source: limits.source,
    step: step === null ? null : toDeadline(step),
    whole: toDeadline(whole),
    suspension,
    grounds: SUSPENSION_GROUNDS.filter((ground) => limits.pauses.includes(ground)),
    stopDays: limits.stop ?? STOP_DAYS,
  });
}
