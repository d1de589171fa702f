import type { Fen } from '@duixian/money';

import type { AssessAnswer, ExplainedAnswer } from './assess/answer.js';
import type { Problem } from './load/problem.js';
import type { Measure, Policy } from './policy.js';

/** The ceilings of a measure; null where the clause sets none. */
export interface MeasureLimits {
  /** On one claim. */
  item: Fen | null;
  /** Per enterprise, over all years. */
  total: Fen | null;
  /** Per enterprise and year, all payers together. */
  year: Fen | null;
  /** Over all enterprises in a year. */
  pool: Fen | null;
  /** Subjects in a year, over all enterprises. */
  quota: number | null;
}

/** How the clauses of one document are accounted for. */
export interface PolicyCoverage {
  policy: Policy;
  articles: number;
  clauses: number;
  payable: number;
  referral: number;
  nonMonetary: number;
}

export interface Coverage {
  policies: PolicyCoverage[];
}

export interface FactProblem {
  fact: string;
  message: string;
}

/** The policies in force, compiled once; assesses claims under them. Pure: the same input gives the same answer. */
export declare class Catalogue {
  readonly policies: readonly Policy[];
  policy(id: string): Policy | undefined;
  /** Any clause by its full name, payable or not. */
  measure(id: string): Measure | undefined;
  /** All clauses in the order of the documents. */
  measures(): readonly Measure[];
  coverage(): Coverage;
  /** Amount, lines and reasons of one case. Never throws on bad input. */
  assess(input: unknown): AssessAnswer;
  /** The same reckoning with every step recorded. */
  explain(input: unknown): ExplainedAnswer;
  /** The measures whose earlier grants matter to this one: itself, its county line's counterpart, its overlap group. */
  relatedMeasures(id: string): readonly string[];
  /** Whether two measures may rest on the same invoice, contract or certificate. */
  sharesEvidence(a: string, b: string): boolean;
  /** The ceilings that can never be passed; a limit chosen by a fact is the greatest one unless the facts are given. */
  limitsFor(id: string, facts?: unknown): MeasureLimits | undefined;
  /** Every problem of the stated facts at once, for a form. Empty when all are right. */
  validateFacts(id: string, facts: unknown, language: 'zh' | 'en'): readonly FactProblem[];
}

/** Compiles loaded policies together, and checks what one says about another. */
export declare function compileCatalogue(
  policies: readonly Policy[],
): { catalogue: Catalogue } | { problems: readonly Problem[] };

export interface PolicyFiles {
  /** The folder's name, for instance quanzhou-2024-7. */
  folder: string;
  yaml: string;
  /** source.txt: the text as published. */
  text: string;
  /** SHA-256 over both, in hexadecimal, reckoned by the caller. */
  version: string;
}

/** Reads and checks one policy. Never throws: what is wrong comes back with its place and what to do. */
export declare function loadPolicy(files: PolicyFiles): { policy: Policy } | { problems: readonly Problem[] };
