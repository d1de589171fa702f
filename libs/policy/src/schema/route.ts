import { z } from 'zod';

import { bilingualSchema, dateSchema, moneySchema } from './primitives.js';

/**
 * What is done in a step: 初审, 联审, 现场核查, 专家评审 (with scores), 第三方审计 (with its report), 审批 (another person of the
 * lead department), 集体研究、联席会议 (with minutes), 复审 (of claims that were drawn).
 */
export const ROUTE_STEP_KINDS = [
  'first-review',
  'joint-review',
  'site-visit',
  'panel',
  'audit',
  'approval',
  'collective',
  're-examination',
] as const;
export const routeStepKindSchema = z.enum(ROUTE_STEP_KINDS);
export type RouteStepKind = z.infer<typeof routeStepKindSchema>;

/** Longest limit of a step, in working days. */
export const ROUTE_LIMIT_MAX = 250;

/**
 * Whose step it is: the clause's lead department; each of its other departments (`departments.with`); the finance bureau of
 * each payer; a department by its name, of the policy's division or another one; or the department of each county that
 * pays, by its name without the level: 工信局 is 区工信局, 县工信局 or 市工信局.
 */
const officeSchema = z.union([
  z.enum(['lead', 'co', 'finance-of-payers']),
  z.strictObject({
    department: z.string().min(1),
    division: z
      .string()
      .regex(/^\d{6}$/, 'division')
      .optional(),
  }),
  z.strictObject({ county: z.string().min(1) }),
]);
export type OfficeRule = z.infer<typeof officeSchema>;

/**
 * All that one says must hold, and one of several: what was asked for, whether the clause is 最高、不超过, and the draw. Where
 * nothing but a draw is missing, the claim waits at the step until one is made (抽取).
 */
const conditionSchema = z
  .strictObject({
    amountFrom: moneySchema.optional(),
    amountBelow: moneySchema.optional(),
    /** Where the lead department states the amount (最高、不超过). */
    upTo: z.literal(true).optional(),
    /** Of a hundred claims for which no other condition holds, how many are drawn at least. */
    drawn: z.int().min(1).max(99).optional(),
  })
  .refine((condition) => Object.keys(condition).length > 0, 'routeCondition');
export type RouteCondition = z.infer<typeof conditionSchema>;

const stepSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'routeKey'),
  kind: routeStepKindSchema,
  name: bilingualSchema,
  office: officeSchema,
  /** In working days; left out where nobody sets one. */
  limit: z.int().min(1).max(ROUTE_LIMIT_MAX).optional(),
  /** Of a panel (专家评审): the average score, of a hundred, below which it does not agree; left out where there is none. */
  passMark: z.int().min(1).max(100).optional(),
  /** Left out where every claim takes the step; one of them must hold. */
  when: z.array(conditionSchema).min(1).optional(),
});
export type WrittenStep = z.infer<typeof stepSchema>;

const routeSchema = z.strictObject({
  clauses: z.array(z.string().min(1)).min(1),
  /** Of claims that are submitted on this day or later. */
  from: dateSchema,
  /** Whose rule it is. */
  source: z.string().min(1),
  /** In order; the steps of one are taken side by side. The lead department's review follows on the last. */
  stages: z.array(z.strictObject({ steps: z.array(stepSchema).min(1) })).min(1),
});
export type WrittenRoute = z.infer<typeof routeSchema>;

/** `routes.yaml`: by which offices the claims of a policy go before the lead department's review. */
export const routeTableSchema = z
  .strictObject({ routes: z.array(routeSchema).min(1) })
  .meta({ title: 'routes.yaml', description: 'By which offices the claims under a policy go (办理路线)' });
