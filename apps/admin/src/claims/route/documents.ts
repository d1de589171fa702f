import { command } from '../../api/command.js';
import { type ResultOf, graphql } from '../../api/graphql.js';
import { changedClaim } from '../documents.js';
import { deadline } from '../fragments.js';

export const routeStep = graphql(
  `fragment RouteStep on RouteStep {
    key stage kind name { zh en } division { code name } department limit passMark isOpen allowed refusal { zh en }
    deadline { ...Deadline }
    canForward forwardRefusal { zh en } forwards { from to by on reason }
    sample { share result draw on }
    taken { on by outcome opinion conditions paper { number on by } scores { expert score } }
  }`,
  [deadline],
);
export type RouteStep = ResultOf<typeof routeStep>;

/** A document of its own, since a claim with its whole file is long. */
export const routeDocument = graphql(
  `query ClaimRoute($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) { applicationRound { id } route { version round steps { ...RouteStep } } }
  }`,
  [routeStep],
);
export type Route = NonNullable<NonNullable<ResultOf<typeof routeDocument>['claim']>['route']>;

export const takeStep = command('takeStep', changedClaim);
export const forwardStep = command('forwardStep', changedClaim);
