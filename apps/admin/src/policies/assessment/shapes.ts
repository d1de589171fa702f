import { z } from 'zod';
import { bilingual, division, divisionFields, money } from '../../api/shapes.js';
import { measureKind } from '../measure/shapes.js';

export const line = z.object({ payer: division, amount: money, basis: z.string() });
export type Line = z.infer<typeof line>;

export const reason = z.object({ code: z.string(), text: bilingual });
export type Reason = z.infer<typeof reason>;

/** One step of the reckoning, with the words of the clause that it rests on. */
export const traceStep = z.object({
  step: z.string(),
  text: bilingual,
  formula: z.string(),
  inputs: z.array(z.object({ key: z.string(), value: z.string() })),
  outcome: z.string(),
  code: z.string().nullable(),
  quote: z.string().nullable(),
  measure: z.string().nullable(),
});
export type TraceStep = z.infer<typeof traceStep>;

export const assessmentFields = `
  eligible kind amount
  lines { payer { ${divisionFields} } amount basis }
  reasons { code text { zh en } }
  trace { step text { zh en } formula inputs { key value } outcome code quote measure }
`;

/** What a clause pays on the stated facts, and why. */
export const assessment = z.object({
  eligible: z.boolean(),
  kind: measureKind,
  amount: money,
  lines: z.array(line),
  reasons: z.array(reason),
  trace: z.array(traceStep),
});
export type Assessment = z.infer<typeof assessment>;
