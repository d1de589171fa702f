import { z } from 'zod';
import { editOf } from '../../api/command.js';
import { graphql } from '../../api/document.js';

/** A code of which this administrator draws a half, and which nobody has used. */
const activationCode = z.object({
  official: z.string(),
  username: z.string(),
  displayName: z.string(),
  expiresAt: z.string(),
  hasExpired: z.boolean(),
  isDrawn: z.boolean(),
  otherUsername: z.string(),
  otherDisplayName: z.string(),
  isOtherDrawn: z.boolean(),
});
export type ActivationCode = z.infer<typeof activationCode>;

export const activationCodesDocument = graphql()(
  `query ActivationCodes {
    activationCodes {
      official username displayName expiresAt hasExpired isDrawn otherUsername otherDisplayName isOtherDrawn
    }
  }`,
  z.object({ activationCodes: z.array(activationCode) }),
);

const drawnHalf = z.object({ half: z.string(), expiresAt: z.string() });
export type DrawnHalf = z.infer<typeof drawnHalf>;

export const drawActivationCode = editOf('drawActivationCode', 'official', {
  type: 'ActivationCodeHalf',
  fields: 'half expiresAt',
  value: drawnHalf,
});
