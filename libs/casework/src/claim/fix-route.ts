import { formatYuan, type Fen } from '@duixian/money';
import type { Catalogue, Route, WithoutOffice } from '@duixian/policy';
import { fenOf } from '../common/event-schema.js';
import { nameFor } from '../common/division-name.js';
import type { Actor } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import { invalidInput, type Refusal } from '../common/refusal.js';
import type { Application } from './claim-event.js';
import type { Claim } from './claim.js';
import type { FixedRoute } from './route-schema.js';

/** The way of a claim as it is fixed; null where its policy has no table of routes for it. */
export type RouteFixed =
  { readonly ok: true; readonly route: FixedRoute | null } | { readonly ok: false; readonly refusal: Refusal };

/** The way of a claim by the table of its policy on the day; null where it has none for the clause. */
export function routeOn(
  catalogue: Catalogue,
  claim: { readonly measure: string; readonly division: string; readonly requestedAmount: Fen },
  on: PlainDate,
): Route | WithoutOffice | null {
  const { measure, division, requestedAmount } = claim;
  return catalogue.routeOf(measure, { division, requestedAmount, on });
}

type Stated = { readonly measure: string; readonly round: number } & Pick<Application, 'division' | 'requestedAmount'>;

/** What a claim on record states, for its way to be fixed anew. */
export function statedOf({ requestedAmount, ...claim }: Claim): Stated {
  return { ...claim, requestedAmount: formatYuan(requestedAmount) };
}

/** Fixes the way of a claim by the table of its policy on the day. @param round see {@link FixedRoute}. */
export function fixRoute(
  claim: Stated,
  { catalogue, on, actor }: { readonly catalogue: Catalogue; readonly on: PlainDate; readonly actor: Actor },
): RouteFixed {
  const { round } = claim;
  const route = routeOn(catalogue, { ...claim, requestedAmount: fenOf(claim.requestedAmount) }, on);
  if (route === null) return { ok: true, route: null };
  if (!('withoutOffice' in route)) {
    const { version, lead, stages } = route;
    const copied = stages.map(({ steps }) => ({ steps: steps.map((step) => ({ ...step })) }));
    return { ok: true, route: { version, round, lead, stages: copied } };
  }
  const payer = nameFor(actor, route.withoutOffice);
  const message = {
    zh: `办理路线没有为出资的${payer}指定办理部门，不能受理申报：请由财政部门更正办理路线（routes.yaml）。`,
    en: `The route has no office for ${payer}, which pays: have finance correct the table of routes (routes.yaml) first.`,
  };
  return { ok: false, refusal: invalidInput([{ field: 'measure', message }]) };
}
