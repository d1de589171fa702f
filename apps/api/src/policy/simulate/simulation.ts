import { grantsOf, poolAccount, programmeAccounts, quotaAccount, usedOf } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { fen, formatYuan } from '@duixian/money';
import { Catalogue, isFailure } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../command/entitlements.js';
import { Divisions } from '../../division/divisions.js';
import type { Assessment } from '../assessment/assessment.type.js';
import { toAssessment } from '../assessment/to-assessment.js';
import { InvalidCase, type SimulationInput } from './simulation.type.js';

/** Assesses a case that was not submitted: by the same engine as a determination, and with no trace on record. */
@Injectable()
export class Simulation {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly store: EventStore,
    private readonly entitlements: Entitlements,
    private readonly divisions: Divisions,
  ) {}

  async simulate(tenant: string, input: SimulationInput): Promise<Assessment | InvalidCase> {
    const { measure, year, occurredOn, division, subject, facts } = input;
    const granted = input.granted ?? (await this.earlierGrants(tenant, input));
    const programme = input.programme ?? (await this.programmeUse(tenant, input));
    const answer = this.catalogue.explain({
      measure,
      year,
      occurredOn,
      enterprise: { division },
      facts,
      ...(subject == null ? {} : { subject }),
      ...(granted === null ? {} : { granted }),
      ...(programme === null ? {} : { programme }),
    });
    if (!isFailure(answer)) return toAssessment(answer, this.divisions);
    const { code, fact, message } = answer.error;
    return Object.assign(new InvalidCase(), { code, fact: fact ?? null, message, problems: this.problemsOf(input) });
  }

  private problemsOf({ measure, facts }: SimulationInput): InvalidCase['problems'] {
    if (this.catalogue.measure(measure) === undefined) return [];
    const inEnglish = this.catalogue.validateFacts(measure, facts, 'en');
    return this.catalogue.validateFacts(measure, facts, 'zh').map(({ fact, message: zh }) => {
      const en = inEnglish.find((problem) => problem.fact === fact)?.message ?? zh;
      return { field: `facts.${fact}`, message: { zh, en } };
    });
  }

  private async earlierGrants(tenant: string, { uscc, measure, year, subject }: SimulationInput) {
    if (uscc == null) return null;
    const entitlement = await this.entitlements.read(tenant, uscc);
    const stated = subject ?? null;
    return grantsOf(entitlement, this.catalogue.bearingOn(measure, year, stated), stated);
  }

  private async programmeUse(tenant: string, { uscc, measure, year }: SimulationInput) {
    const accounts = programmeAccounts(this.catalogue, measure, year);
    if (uscc == null || accounts.length === 0) return null;
    const guards = await this.store.readGuards(tenant, accounts);
    return {
      poolUsed: formatYuan(fen(usedOf(guards, poolAccount(measure, year)))),
      quotaUsed: Number(usedOf(guards, quotaAccount(measure, year))),
    };
  }
}
