import { editOf } from '../../api/command.js';
import { type ResultOf, graphql } from '../../api/graphql.js';

/** The codes of which this administrator draws a half, and which nobody has used. */
export const activationCodesDocument = graphql(`
  query ActivationCodes {
    activationCodes {
      official username displayName expiresAt hasExpired isDrawn otherUsername otherDisplayName isOtherDrawn
    }
  }
`);
export type ActivationCode = ResultOf<typeof activationCodesDocument>['activationCodes'][number];

const drawnHalf = graphql('fragment DrawnHalf on ActivationCodeHalf { half expiresAt }');
export type DrawnHalf = ResultOf<typeof drawnHalf>;

export const drawActivationCode = editOf('drawActivationCode', drawnHalf, 'official', 'ID');
