import { z } from 'zod';

export const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** Facts as stated, by name: money and percent as texts, the rest as JSON has it. */
export type Facts = z.infer<typeof factsSchema>;

/** The fact that the lead department states with its review; an enterprise cannot. */
export const PROPOSED_AMOUNT = 'proposedAmount';
