import type { Fen } from '@duixian/money';

import { moneyConstant } from '../compile/values.js';
import { levelOf } from '../places/division.js';
import type { Places } from '../places/places.js';
import { isPayable, type Measure } from '../policy.js';
import { PROPOSED } from '../schema/proposed.js';
import type { OfficeRule, RouteCondition, WrittenRoute, WrittenStep } from '../schema/route.js';
import type { Route, RouteOffice, RouteStep } from './route.js';

/** What a claim's way depends on beside its clause. */
export interface RouteMatter {
  /** Division to which the enterprise belongs. */
  readonly division: string;
  readonly requestedAmount: Fen;
  /** Day on which it is submitted. */
  readonly on: string;
}

/** A payer for whom the route names no office. */
export interface WithoutOffice {
  readonly withoutOffice: string;
}

/** `routes.yaml` of one policy, checked. */
export interface RouteTable {
  readonly version: string;
  readonly routes: readonly WrittenRoute[];
}

/** The way of a claim by the table; null where the table has none for the clause on that day. */
export function resolveRoute(
  { version, routes }: RouteTable,
  measure: Measure,
  matter: RouteMatter,
  places: Places,
): Route | WithoutOffice | null {
  const route = routes
    .filter(({ clauses, from }) => clauses.includes(measure.clause.id) && from <= matter.on)
    .reduce<WrittenRoute | null>((last, each) => (last === null || last.from < each.from ? each : last), null);
  if (route === null) return null;
  const stages: { readonly steps: readonly RouteStep[] }[] = [];
  for (const stage of route.stages) {
    const steps: RouteStep[] = [];
    for (const written of stage.steps) {
      const taken = takenBy(written.when, measure, matter);
      if (taken === null) continue;
      const offices = officesOf(written, measure, matter, places);
      if ('withoutOffice' in offices) return offices;
      steps.push(...offices.steps.map((step) => ({ ...step, ...taken })));
    }
    if (steps.length > 0) stages.push({ steps });
  }
  const { policy, clause } = measure;
  return { version, lead: reviewers(policy.division, clause.departments.lead), stages };
}

/** Whether the lead department states the amount (最高、不超过). */
export function isUpTo({ clause }: Measure): boolean {
  return isPayable(clause) && (clause.facts ?? []).some(({ name }) => name === PROPOSED);
}

/** Divisions of whose treasuries a claim of the division asks: the policy's own, and the county's where they share. */
export function payersOf({ policy, clause }: Measure, division: string): readonly string[] {
  const isShared = clause.kind === 'grant' && clause.split !== undefined && division !== policy.division;
  return isShared ? [policy.division, division] : [policy.division];
}

/** 区工信局, 县工信局 or 市工信局: a county's department by its name without the level; null where the county's name has none. */
export function countyDepartment(places: Places, county: string, name: string, day: string): string | null {
  const level = /[区县市旗]$/u.exec(places.find(county, day)?.name ?? '')?.[0];
  return levelOf(county) !== 'county' || level === undefined ? null : `${level}${name}`;
}

/** Whether a claim takes the step: without more, or as one of a share that is drawn; null where it does not. */
function takenBy(when: WrittenStep['when'], measure: Measure, matter: RouteMatter): Pick<RouteStep, 'share'> | null {
  const met = when?.filter((condition) => holds(condition, measure, matter));
  if (met === undefined || met.some(({ drawn }) => drawn === undefined)) return {};
  return met.length === 0 ? null : { share: Math.max(...met.map(({ drawn = 0 }) => drawn)) };
}

/** Apart from the draw. */
function holds(
  { amountFrom, amountBelow, upTo }: RouteCondition,
  measure: Measure,
  { requestedAmount }: RouteMatter,
): boolean {
  return (
    (amountFrom === undefined || requestedAmount >= moneyConstant(amountFrom)) &&
    (amountBelow === undefined || requestedAmount < moneyConstant(amountBelow)) &&
    (upTo === undefined || isUpTo(measure))
  );
}

function officesOf(
  { key, kind, name, office, limit, passMark }: WrittenStep,
  measure: Measure,
  { division, on }: RouteMatter,
  places: Places,
): { readonly steps: readonly RouteStep[] } | WithoutOffice {
  const step = { kind, name, limit: limit ?? null, ...(passMark !== undefined && { passMark }) };
  if (office === 'co') {
    const others = measure.clause.departments.with ?? [];
    return {
      steps: others.map((department, index) => ({
        ...step,
        key: others.length === 1 ? key : `${key}-${index + 1}`,
        office: reviewers(measure.policy.division, department),
      })),
    };
  }
  if (office === 'finance-of-payers') {
    return {
      steps: payersOf(measure, division).map((payer) => ({
        ...step,
        key: `${key}-${payer}`,
        office: { role: 'finance', division: payer, department: null },
      })),
    };
  }
  if (typeof office === 'object' && 'county' in office) {
    const counties = payersOf(measure, division).filter((payer) => payer !== measure.policy.division);
    const steps: RouteStep[] = [];
    for (const county of counties) {
      const department = countyDepartment(places, county, office.county, on);
      if (department === null) return { withoutOffice: county };
      steps.push({ ...step, key: `${key}-${county}`, office: reviewers(county, department) });
    }
    return { steps };
  }
  return { steps: [{ ...step, key, office: namedOffice(office, measure) }] };
}

function namedOffice(
  office: 'lead' | Extract<Exclude<OfficeRule, string>, { department: string }>,
  { policy, clause }: Measure,
): RouteOffice {
  return office === 'lead'
    ? reviewers(policy.division, clause.departments.lead)
    : reviewers(office.division ?? policy.division, office.department);
}

function reviewers(division: string, department: string): RouteOffice {
  return { role: 'reviewer', division, department };
}
