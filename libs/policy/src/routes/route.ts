import type { Bilingual } from '../schema/primitives.js';
import type { RouteStepKind } from '../schema/route.js';

/** The office that takes a step: reviewers of a department, or a division's finance bureau. */
export interface RouteOffice {
  readonly role: 'reviewer' | 'finance';
  readonly division: string;
  /** Null of a finance bureau. */
  readonly department: string | null;
}

/** A step that a claim takes. */
export interface RouteStep {
  /** Its own within the route; of several departments each has one: `with-2`, `county-350582`. */
  readonly key: string;
  readonly kind: RouteStepKind;
  readonly name: Bilingual;
  readonly office: RouteOffice;
  /** Working days; null where nobody sets any. */
  readonly limit: number | null;
  /** Of a panel: the average score below which it does not agree; left out where there is none. */
  readonly passMark?: number;
  /** Of a hundred claims, how many a draw takes for it at least; left out where the claim takes it without one. */
  readonly share?: number;
}

/** The way of one claim to the lead department's review (办理路线): stages in order, the steps of one side by side. */
export interface Route {
  /** SHA-256 of routes.yaml, in hexadecimal. */
  readonly version: string;
  /** The lead department: it settles what other departments disagree on. */
  readonly lead: RouteOffice;
  readonly stages: readonly { readonly steps: readonly RouteStep[] }[];
}
