import {
  deadlinesOf,
  lightAmong,
  SUSPENSION_GROUNDS,
  type Deadline as Reckoned,
  type Deadlines,
  type Light,
} from '@duixian/casework';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Positions } from '../../log/positions.js';
import { Claim } from '../read/claim.type.js';
import { ClaimDeadlines, Deadline, LightEnum } from './deadline.type.js';

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
      'Its time limits; null where there was no rule when it was submitted, and once it is paid or has ended.',
  })
  async deadlines(@Parent() { row }: Claim): Promise<ClaimDeadlines | null> {
    const found = deadlinesOf(row.clocks, (await this.positions.of(row.tenant)).today);
    return found === null ? null : toDeadlines(found);
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
  });
}

function toDeadline({ due, left, escalatedTo, ...rest }: Reckoned): Deadline {
  return Object.assign(new Deadline(), {
    ...rest,
    dueOn: due.is === 'known' ? due.day : null,
    unpublishedYear: due.is === 'unpublished' ? due.year : null,
    daysLeft: left,
    escalatedTo: escalatedTo?.name ?? null,
  });
}
