export type * from './assess/answer.js';
export { isFailure } from './assess/answer.js';
export type * from './assess/trace.js';
export * from './catalogue.js';
export type { Position, Problem } from './load/problem.js';
export { isPayable, type Measure, type Policy } from './policy.js';
export type * from './schema/clause.js';
export type { Article, PolicyDocument } from './schema/policy.js';
export { passages, type Bilingual, type Interpretation, type Quotes } from './schema/primitives.js';
