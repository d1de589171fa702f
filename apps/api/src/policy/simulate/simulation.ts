import { grantsOf, poolAccount, programmeAccounts, quotaAccount, usedOf } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { fen, formatYuan } from '@duixian/money';
import { isFailure, type Catalogue } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../command/entitlements.js';
import { Divisions } from '../../division/divisions.js';
import type { Assessment } from '../assessment/assessment.type.js';
import { toAssessment } from '../assessment/to-assessment.js';
import { Law } from '../law/law.js';
import { InvalidCase, type SimulationInput } from './simulation.type.js';

/** Assesses a case that was not submitted: by the same engine as a determination, and with no trace on record. */
@Injectable()
export class Simulation {
  constructor(
    private readonly law: Law,
    private readonly store: EventStore,
    private readonly entitlements: Entitlements,
    private readonly divisions: Divisions,
  ) {}

  async simulate(tenant: string, input: SimulationInput): Promise<Assessment | InvalidCase> {
    const { measure, year, occurredOn, division, subject, facts } = input;
    if (!this.divisions.has(division)) return unknownDivision(division);
    const catalogue = this.catalogueFor(tenant, input);
    const granted = input.granted ?? (await this.earlierGrants(tenant, input, catalogue));
    const programme = input.programme ?? (await this.programmeUse(tenant, input, catalogue));
    const answer = catalogue.explain({
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
    return Object.assign(new InvalidCase(), {
      code,
      fact: fact ?? null,
      message,
      problems: problemsOf(input, catalogue),
    });
  }

  /** What decides a matter of its day where the clause is in force; another city's documents are for all to try. */
  private catalogueFor(tenant: string, { measure, occurredOn }: SimulationInput): Catalogue {
    const city = this.law.known.measure(measure)?.policy.tenant ?? tenant;
    const catalogue = this.law.on(city, occurredOn);
    return catalogue.measure(measure) === undefined ? this.law.known : catalogue;
  }

  private async earlierGrants(tenant: string, { uscc, measure, year, subject }: SimulationInput, catalogue: Catalogue) {
    if (uscc == null) return null;
    const entitlement = await this.entitlements.read(tenant, uscc);
    const stated = subject ?? null;
    return grantsOf(entitlement, catalogue.bearingOn(measure, year, stated), stated);
  }

  private async programmeUse(tenant: string, { uscc, measure, year }: SimulationInput, catalogue: Catalogue) {
    const accounts = programmeAccounts(catalogue, measure, year);
    if (uscc == null || accounts.length === 0) return null;
    const guards = await this.store.readGuards(tenant, accounts);
    return {
      poolUsed: formatYuan(fen(usedOf(guards, poolAccount(measure, year)))),
      quotaUsed: Number(usedOf(guards, quotaAccount(measure, year))),
    };
  }
}

function problemsOf({ measure, facts }: SimulationInput, catalogue: Catalogue): InvalidCase['problems'] {
  if (catalogue.measure(measure) === undefined) return [];
  const inEnglish = catalogue.validateFacts(measure, facts, 'en');
  return catalogue.validateFacts(measure, facts, 'zh').map(({ fact, message: zh }) => {
    const en = inEnglish.find((problem) => problem.fact === fact)?.message ?? zh;
    return { field: `facts.${fact}`, message: { zh, en } };
  });
}

function unknownDivision(division: string): InvalidCase {
  const message = {
    zh: `没有代码为${division}的行政区划或开发区，请从列表中选择。`,
    en: `There is no division or zone ${division}: choose one of the list.`,
  };
  const problems = [{ field: 'division', message }];
  return Object.assign(new InvalidCase(), { code: 'INVALID_CASE' as const, fact: null, message, problems });
}
