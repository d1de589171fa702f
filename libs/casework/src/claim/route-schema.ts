import { bilingualSchema, ROUTE_STEP_KINDS, routeStepKindSchema } from '@duixian/policy';
import { z } from 'zod';
import { divisionSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';

const officeSchema = z.object({
  role: z.enum(['reviewer', 'finance']),
  division: divisionSchema,
  /** Null of a finance bureau. */
  department: z.string().nullable(),
});

const routeStepSchema = z.object({
  key: z.string(),
  kind: routeStepKindSchema,
  name: bilingualSchema,
  office: officeSchema,
  /** Working days; null where nobody sets any. */
  limit: z.int().nullable(),
  /** Of a panel: the average score below which it does not agree; left out where there is none. */
  passMark: z.int().exactOptional(),
  /**
   * Of a hundred claims, how many a draw takes for it at least (抽取); left out where the claim takes it without one, as where
   * an earlier version drew by the claim’s number.
   */
  share: z.int().exactOptional(),
});

/** The way of a claim to the review of its lead department, as it was fixed when the claim was stated. */
export const routeSchema = z.object({
  /** SHA-256 of routes.yaml. */
  version: z.string(),
  /** 1 with the first submission, one more whenever the claim is stated or looked at anew. */
  round: z.int(),
  lead: officeSchema,
  stages: z.array(z.object({ steps: z.array(routeStepSchema) })),
});
export type FixedRoute = z.infer<typeof routeSchema>;

/** What an office says of a claim: 同意, 有条件同意, 不同意. */
export const STEP_OUTCOMES = ['agree', 'conditions', 'disagree'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** Minutes of a meeting (会议纪要), or a report (审计报告、核查记录): who was present, or who made it. */
export const paperSchema = z.object({ number: z.string(), on: plainDateSchema, by: z.array(z.string()) });
export type StepPaper = z.infer<typeof paperSchema>;

/** A batch (批次) as its claims name it. */
export const namedBatchSchema = z.object({ id: z.string(), name: z.string() });
export type NamedBatch = z.infer<typeof namedBatchSchema>;

/** What one expert of a panel gives, of a hundred. */
const scoreSchema = z.object({ expert: z.string(), score: z.int() });
export type ExpertScore = z.infer<typeof scoreSchema>;

/** What is done in a step: as the table of routes says, or the lead department's word on a disagreement. */
export const TAKEN_KINDS = [...ROUTE_STEP_KINDS, 'settlement'] as const;

/** A step that was taken, as the event says it. */
export const routeStepTakenSchema = z.object({
  step: z.string(),
  kind: z.enum(TAKEN_KINDS),
  name: bilingualSchema,
  office: officeSchema,
  round: z.int(),
  outcome: z.enum(STEP_OUTCOMES),
  opinion: z.string(),
  /** Of an agreement with conditions; null of any other. */
  conditions: z.string().nullable(),
  paper: paperSchema.nullable(),
  scores: z.array(scoreSchema),
  /** Of a collective decision on a whole batch (合批): which; left out of any other. */
  batch: namedBatchSchema.exactOptional(),
});
export type RouteStepTaken = z.infer<typeof routeStepTakenSchema>;

/** 转办: a step goes from one department of a division to another. */
export const routeStepForwardedSchema = z.object({
  step: z.string(),
  name: bilingualSchema,
  round: z.int(),
  from: officeSchema,
  to: officeSchema,
  reason: z.string(),
});

export const routeMovedSchema = z.object({ reason: z.string(), route: routeSchema });
