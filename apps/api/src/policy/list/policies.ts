import { departmentName, type PlainDate } from '@duixian/casework';
import type { Catalogue, Policy as PolicyDocument } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Divisions } from '../../division/divisions.js';
import { unreadableRecord } from '../../graphql/errors.js';
import { Law, policyOf, type Matter } from '../law/law.js';
import type { Measure } from './measure.type.js';
import { Policy, PolicyCoverage, type Article } from './policy.type.js';
import { toInterpretation, toMeasure } from './to-measure.js';

/** A set of versions as GraphQL shows it. */
interface View {
  readonly policies: ReadonlyMap<string, Policy>;
  readonly measures: ReadonlyMap<string, Measure>;
}

/** The documents as GraphQL shows them: made once for each set of versions. */
@Injectable()
export class Policies {
  private readonly views = new WeakMap<Catalogue, View>();
  private readonly policyByMeasure = new WeakMap<Measure, Policy>();

  constructor(
    private readonly law: Law,
    private readonly divisions: Divisions,
  ) {}

  /** In force today. */
  all(): Policy[] {
    return [...this.viewOf(this.law.inForce).policies.values()];
  }

  get(id: string): Policy | null {
    return this.viewOf(this.law.inForce).policies.get(id) ?? null;
  }

  /** In force today; then those that are claimed for matters of earlier days alone. */
  measures(): Measure[] {
    const struckOut = [...this.law.struckOut.keys()].map((id) => this.measureOnRecord(id));
    return [...this.viewOf(this.law.inForce).measures.values(), ...struckOut];
  }

  /** Also one that an earlier version had and today's has not. */
  measure(id: string): Measure | null {
    return this.viewOf(this.law.inForce).measures.get(id) ?? this.viewOf(this.law.known).measures.get(id) ?? null;
  }

  /** By the version that decides a matter of the day; as `measure` says it, where that has the clause no more. */
  measureOn(id: string, day: PlainDate): Measure | null {
    const found = this.measure(id);
    if (found === null) return null;
    return this.viewOf(this.law.on(this.policyOfMeasure(found).tenant, day)).measures.get(id) ?? found;
  }

  /**
   * A measure that something on record names.
   *
   * @throws GraphQLError `RECORD_UNREADABLE` when it stands in no version that anybody has.
   */
  measureOnRecord(id: string): Measure {
    const measure = this.measure(id);
    if (measure !== null) return measure;
    throw unreadableRecord(`policy-${policyOf(id)}`, new Error(`No version with the clause ${id} is on record.`));
  }

  /** The measure of a claim in the version that decides it. @throws GraphQLError `RECORD_UNREADABLE` */
  measureOfClaim(tenant: string, matter: Matter): Measure {
    const { measures } = this.viewOf(this.law.ofClaim(tenant, matter));
    return measures.get(matter.measure) ?? this.measureOnRecord(matter.measure);
  }

  policyOfMeasure(measure: Measure): Policy {
    const policy = this.policyByMeasure.get(measure);
    if (policy === undefined) throw new Error(`${measure.id} belongs to no policy.`);
    return policy;
  }

  /** The department that leads a measure, named with its place: 泉州市工信局. */
  departmentOf(measure: Measure): string {
    return departmentName(this.policyOfMeasure(measure).division.name, measure.leadDepartment);
  }

  coverage(): PolicyCoverage[] {
    const { policies } = this.viewOf(this.law.inForce);
    return this.law.inForce
      .coverage()
      .policies.map(({ policy, ...counts }) =>
        Object.assign(new PolicyCoverage(), { ...counts, policy: policies.get(policy.id) }),
      );
  }

  private viewOf(catalogue: Catalogue): View {
    const known = this.views.get(catalogue);
    if (known !== undefined) return known;
    const measures = new Map(catalogue.measures().map((measure) => [measure.id, toMeasure(measure, catalogue)]));
    const policies = new Map(catalogue.policies.map((policy) => [policy.id, this.toPolicy(policy, measures)]));
    const view = { policies, measures };
    this.views.set(catalogue, view);
    return view;
  }

  private toPolicy(document: PolicyDocument, measures: ReadonlyMap<string, Measure>): Policy {
    const { id, title, documentNumber, issuer, tenant, signedOn, period, overlapRule, version, text } = document;
    const interpretations = [
      ...(document.interpretations ?? []),
      ...(period.interpretation ? [period.interpretation] : []),
    ];
    const articles = document.articles.map(({ number, heading, clauses }): Article => ({
      number: number ?? '',
      heading,
      clauses: clauses.flatMap((clause) => measures.get(`${id}/${clause.id}`) ?? []),
    }));
    const policy = Object.assign(new Policy(), {
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
    for (const measure of articles.flatMap(({ clauses }) => clauses)) this.policyByMeasure.set(measure, policy);
    return policy;
  }
}
