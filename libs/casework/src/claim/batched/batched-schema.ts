import { z } from 'zod';
import { namedBatchSchema, paperSchema } from '../route-schema.js';

/** 合批: the claim goes with others to the collective decision. */
export const claimBatchedSchema = z.object({ batch: namedBatchSchema });

/** 拆出: it goes on by itself. */
export const claimSplitOutSchema = z.object({ batch: namedBatchSchema, reason: z.string() });

/** The collective decision on its batch, of a claim whose route has no step for it: the minutes, and what they say. */
export const claimMinutedSchema = z.object({ batch: namedBatchSchema, opinion: z.string(), paper: paperSchema });
