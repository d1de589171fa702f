import { Catalogue, type Policy as PolicyDocument } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Divisions } from '../../division/divisions.js';
import type { Measure } from './measure.type.js';
import { Policy, PolicyCoverage, type Article } from './policy.type.js';
import { toInterpretation, toMeasure } from './to-measure.js';

/** The policies in force as GraphQL shows them, made once: they do not change while a process runs. */
@Injectable()
export class Policies {
  private readonly byId: ReadonlyMap<string, Policy>;
  private readonly measureById: ReadonlyMap<string, Measure>;
  private readonly policyOf: ReadonlyMap<string, Policy>;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly divisions: Divisions,
  ) {
    const measures = catalogue.measures();
    this.measureById = new Map(measures.map((measure) => [measure.id, toMeasure(measure, catalogue)]));
    this.byId = new Map(catalogue.policies.map((policy) => [policy.id, this.toPolicy(policy)]));
    this.policyOf = new Map(measures.map((measure) => [measure.id, this.known(measure.policy.id)]));
  }

  all(): Policy[] {
    return [...this.byId.values()];
  }

  get(id: string): Policy | null {
    return this.byId.get(id) ?? null;
  }

  measures(): Measure[] {
    return [...this.measureById.values()];
  }

  measure(id: string): Measure | null {
    return this.measureById.get(id) ?? null;
  }

  /** A measure that something on record names. @throws Error when the policies have lost it. */
  measureOnRecord(id: string): Measure {
    const measure = this.measure(id);
    if (measure === null) throw new Error(`The policies have lost the measure ${id}, which stands on record.`);
    return measure;
  }

  policyOfMeasure(measure: Measure): Policy {
    const policy = this.policyOf.get(measure.id);
    if (policy === undefined) throw new Error(`${measure.id} belongs to no policy.`);
    return policy;
  }

  coverage(): PolicyCoverage[] {
    return this.catalogue
      .coverage()
      .policies.map(({ policy, ...counts }) =>
        Object.assign(new PolicyCoverage(), { ...counts, policy: this.known(policy.id) }),
      );
  }

  private known(id: string): Policy {
    const policy = this.byId.get(id);
    if (policy === undefined) throw new Error(`There is no policy ${id}.`);
    return policy;
  }

  private toPolicy(document: PolicyDocument): Policy {
    const { id, title, documentNumber, issuer, tenant, signedOn, period, overlapRule, version, text } = document;
    const interpretations = [
      ...(document.interpretations ?? []),
      ...(period.interpretation ? [period.interpretation] : []),
    ];
    const articles = document.articles.map(({ number, heading, clauses }): Article => ({
      number: number ?? '',
      heading,
      clauses: clauses.map((clause) => this.measureOnRecord(`${id}/${clause.id}`)),
    }));
    return Object.assign(new Policy(), {
      id,
      title,
      documentNumber,
      issuer,
      tenant,
      division: this.divisions.get(document.division),
      signedOn,
      from: period.from,
      to: period.to,
      overlapRule: overlapRule?.name ?? null,
      version,
      text,
      articles,
      interpretations: interpretations.map(toInterpretation),
    });
  }
}
