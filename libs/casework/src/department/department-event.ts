import { z } from 'zod';
import { divisionSchema, eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';

/** 设立、更名、并入、撤销. */
export const DEPARTMENT_CHANGES = ['established', 'renamed', 'merged', 'ended'] as const;
export type DepartmentChangeKind = (typeof DEPARTMENT_CHANGES)[number];

const changeSchema = z.object({
  kind: z.enum(DEPARTMENT_CHANGES),
  /** Whose department it is. */
  division: divisionSchema,
  /** As documents print it: the one that is established, or that is there until then. */
  name: z.string(),
  /** What it is called from then on, or which department goes on with its work; null where it is established or ended. */
  successor: z.string().nullable(),
  /** First day on which it is so. */
  from: plainDateSchema,
  /** Number of the document that orders it (机构改革文号). */
  document: z.string(),
});

/** What becomes of a department of a city or county, from a day on. */
export type DepartmentChange = z.infer<typeof changeSchema>;

export const departmentEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'DepartmentChangeProposed',
    proposedSchema.extend({
      proposedAs: z.enum(['system-administrator', 'security-administrator']),
      change: changeSchema,
      reason: z.string().nullable(),
    }),
  ),
  eventSchema('DepartmentChangeAgreed', agreedSchema.extend({ change: changeSchema })),
  eventSchema('DepartmentChangeRefused', refusedSchema.extend({ change: changeSchema })),
  eventSchema('DepartmentChangeWithdrawn', withdrawnSchema.extend({ change: changeSchema })),
]);

/** What happens to the departments of a city and its counties, in the stream `departments-<city>`. */
export type DepartmentEvent = z.infer<typeof departmentEventSchema>;
