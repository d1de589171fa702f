import { command } from '../../api/command.js';
import { type ResultOf, graphql } from '../../api/graphql.js';
import { changedClaim } from '../documents.js';

export const claimReturn = graphql(`
  fragment ClaimReturn on ClaimReturn {
    on by department telephone reason answerBy workingDays isOverdue lateReason answeredOn answeredBy
    items { field label { zh en } was { zh en } wrong wanted told isChanged answer }
    changes { field label { zh en } before { zh en } after { zh en } isAsked }
  }
`);
export type ClaimReturn = ResultOf<typeof claimReturn>;
export type ReturnItem = ClaimReturn['items'][number];

/** A document of its own, since a claim with its whole file is long. */
export const returnsDocument = graphql(
  'query ClaimReturns($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { returns { ...ClaimReturn } } }',
  [claimReturn],
);

/** What a return of the claim can name. */
export const correctableDocument = graphql(
  `query Correctable($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) { returns { on } correctable { field label { zh en } told } }
  }`,
);
export type CorrectableField = NonNullable<ResultOf<typeof correctableDocument>['claim']>['correctable'][number];

export const returnClaim = command('returnClaim', changedClaim);

/** What stands in the letter to the enterprise. */
export const returnNoticeDocument = graphql(
  `query ReturnNotice($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) { id enterprise { uscc name } measure { id title { zh en } } returns { ...ClaimReturn } }
  }`,
  [claimReturn],
);
