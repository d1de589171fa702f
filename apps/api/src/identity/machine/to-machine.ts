import { proposalStanding, type PlainDate } from '@duixian/casework';
import { keyEnd, machineAgreeingRefusal, type Machine, type MachineProposal as Proposed } from '@duixian/office';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { Divisions } from '../../division/divisions.js';
import { actorOf } from '../actor.js';
import type { CurrentUser } from '../current-user.js';
import type { KnownMachine } from './machine-accounts.js';
import { ApiKey, MachineAccount, MachineProposal, MachineTerms, type MachineStanding } from './machine.type.js';

/** Proposals and keys of one account that are shown. */
const SHOWN_MAX = 20;

/** The account of a machine as it stands for somebody today. */
@Injectable()
export class ToMachine {
  constructor(
    private readonly clock: Clock,
    private readonly divisions: Divisions,
  ) {}

  /** @throws Error for one without a proposal, which has no events. */
  of({ id, machine, usedAt, usedKey }: KnownMachine, user: CurrentUser): MachineAccount {
    const today = this.clock.today();
    const terms = machine.terms ?? machine.proposals.at(-1)?.terms;
    if (terms === undefined) throw new Error(`The machine account ${id} was never proposed.`);
    return Object.assign(new MachineAccount(), {
      id,
      standing: standingOf(machine, today),
      terms: this.termsOf(terms),
      proposals: newest(machine.proposals).map((each) => this.proposalOf(machine, each, user, today)),
      keys: newest(machine.keys).map((key) => this.keyOf(machine, key)),
      usedAt: usedAt === null ? null : new Date(usedAt).toISOString(),
      usedKey,
      shutBy: machine.shut?.by ?? null,
      shutOn: machine.shut?.on ?? null,
      shutFor: machine.shut?.reason ?? null,
    });
  }

  private termsOf({ divisions, ...terms }: Proposed['terms']): MachineTerms {
    const shown = divisions?.map((code) => this.divisions.get(code)) ?? null;
    return Object.assign(new MachineTerms(), { ...terms, divisions: shown });
  }

  private proposalOf(machine: Machine, proposed: Proposed, user: CurrentUser, today: PlainDate): MachineProposal {
    const { id, terms, reason, proposer, proposedOn, opensUntil, answer, answerer } = proposed;
    const standing = proposalStanding(proposed, today);
    return Object.assign(new MachineProposal(), {
      ...{ id, reason, proposedOn, opensUntil },
      terms: this.termsOf(terms),
      proposedBy: proposer,
      // Nobody waits for what two administrators agreed to.
      standing: standing === 'waiting' ? 'in-force' : standing,
      answeredBy: answerer,
      answeredOn: answer?.on ?? null,
      answerReason: answer?.kind === 'refused' ? answer.reason : null,
      agreeingRefusal: machineAgreeingRefusal(machine, proposed, actorOf(user), today)?.message ?? null,
      isYours: proposer.userId === user.id,
    });
  }

  private keyOf(machine: Machine, key: Machine['keys'][number]): ApiKey {
    const { id, issuedBy, issuedAt, endsAt, revokedBy, revokedOn, revokedFor } = key;
    const end = keyEnd(machine, key, this.clock.now().toISOString(), this.clock.today());
    return Object.assign(new ApiKey(), {
      ...{ id, issuedBy, revokedBy, revokedOn, revokedFor },
      standing: end ?? 'live',
      issuedAt,
      endsAt,
    });
  }
}

function standingOf({ terms, shut, proposals }: Machine, today: PlainDate): MachineStanding {
  if (shut !== null) return 'shut';
  if (terms !== null) return today > terms.endsOn ? 'ended' : 'open';
  return proposals.some((each) => proposalStanding(each, today) === 'open') ? 'proposed' : 'not-opened';
}

function newest<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice(-SHOWN_MAX).toReversed();
}
