export type * from './assess/answer.js';
export { isFailure } from './assess/answer.js';
export type * from './assess/reason-code.js';
export { TRACE_STEP_KINDS, type ClauseReference, type TraceStep, type TraceStepKind } from './assess/trace.js';
export { Catalogue } from './catalogue.js';
export type { Bears, GrantMatter } from './compile/bearing.js';
export { compileCatalogue, compileRecorded } from './compile-catalogue.js';
export { readMoney } from './compile/facts.js';
export type { Coverage, PolicyCoverage } from './coverage.js';
export type { MeasureLimits } from './limits.js';
export { loadCity, type LoadedCity } from './load/load-city.js';
export { editDistance, nearestWord } from './load/nearest-word.js';
export { loadPolicy, readRecordedPolicy, type PolicyFiles } from './load/load-policy.js';
export type { Position, Problem } from './load/problem.js';
export { compilePlaces } from './places/compile-places.js';
export { Departments, type Department, type RecordedDepartmentChange } from './places/departments.js';
export { isInForce, levelOf, officePrefix, type Division, type DivisionLevel } from './places/division.js';
export { Places } from './places/places.js';
export { LimitRules, type LimitedMeasure } from './places/time-limits.js';
export { RegisterRules } from './places/register-rules.js';
export { WindowRules, type MayFollow } from './places/window-rules.js';
export { payeeOf, payeeWords, readingsOf, type Payee } from './payee.js';
export { isPayable, type Measure, type Period, type Policy } from './policy.js';
export type { PublicityRule } from './publicity.js';
export { loadRoutes, type RouteFile } from './routes/load-routes.js';
export { payersOf, type RouteMatter, type RouteTable, type WithoutOffice } from './routes/resolve.js';
export type { Route, RouteOffice, RouteStep } from './routes/route.js';
export type * from './schema/clause.js';
export { policyJsonSchema, routesJsonSchema } from './schema/json-schema.js';
export { payeeKindSchema, type PayeeChannel, type PayeeKind } from './schema/payee.js';
export type { Article, PolicyDocument } from './schema/policy.js';
export { PUBLICITY_MAX, publicityUnitSchema, type PublicityUnit } from './schema/publicity.js';
export { ROUTE_LIMIT_MAX, ROUTE_STEP_KINDS, routeStepKindSchema, type RouteStepKind } from './schema/route.js';
export { LIMIT_KIND_NAMES, LIMITED_STEP_NAMES, PAUSE_NAMES } from './schema/limit-names.js';
export {
  LIMIT_KINDS,
  LIMITED_STEPS,
  PAUSES,
  STOP_DAYS,
  timeLimitsSchema,
  type LimitedStep,
  type LimitKind,
  type Pause,
  type Superior,
  type TimeLimits,
} from './schema/time-limits.js';
export {
  REGISTER_STEPS,
  type ClearingGround,
  type RegisterOffice,
  type RegisterRule,
  type RegisterStep,
} from './schema/registers.js';
export { CORRECTION_DAYS, FOLLOWING_KINDS, type FollowingKind } from './schema/window-rules.js';
export { skeletonOf } from './skeleton/skeleton.js';
export { bilingualSchema, passages, type Bilingual, type Interpretation, type Quotes } from './schema/primitives.js';
export type { FactProblem } from './validate-facts.js';
