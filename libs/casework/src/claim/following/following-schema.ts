import { FOLLOWING_KINDS } from '@duixian/policy';
import { z } from 'zod';
import { plainDateSchema } from '../../common/plain-date.js';
import { evidenceDocumentSchema } from '../../evidence/invoice.js';

/** 容缺受理: a paper that the clause asks for and that is handed in after the acceptance. */
export const followingPaperSchema = z.object({
  kind: z.enum(FOLLOWING_KINDS),
  /** Working days after the acceptance, and the last of them. */
  workingDays: z.int(),
  by: plainDateSchema,
  /** `cautious` where a year on the way had no published schedule. */
  counted: z.enum(['schedule', 'cautious']),
});

/** 补交: what was handed in for one of them. */
export const paperHandedInSchema = z.object({
  kind: z.enum(FOLLOWING_KINDS),
  documents: z.array(evidenceDocumentSchema).min(1),
});
