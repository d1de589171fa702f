import { command } from '../api/command.js';
import { division } from '../api/fragments.js';
import { type ResultOf, graphql } from '../api/graphql.js';

/** A batch as one line of a list. */
export const batchRow = graphql(
  `fragment BatchRow on Batch {
    id name standing size openedBy openedOn allowed refusal { zh en } measure { id clauseId title { zh en } }
    minutes { paper { number on } claims }
  }`,
);
export type BatchRow = ResultOf<typeof batchRow>;

export const batchesDocument = graphql('query Batches($asOf: AsOf) { batches(asOf: $asOf) { ...BatchRow } }', [
  batchRow,
]);

/** Batches into which claims can be put. */
export const openBatchesDocument = graphql(
  'query OpenBatches { batches(filter: { standing: OPEN }) { ...BatchRow } }',
  [batchRow],
);

const batchEntry = graphql(
  `fragment BatchEntry on BatchEntry {
    id putBy putOn out { by on reason }
    claim { status requestedAmount determinedAmount enterprise { name } nextStep { zh en } }
  }`,
);
export type BatchEntry = ResultOf<typeof batchEntry>;

export const batchDocument = graphql(
  `query Batch($id: ID!, $asOf: AsOf) {
    batch(id: $id, asOf: $asOf) {
      ...BatchRow position entries { ...BatchEntry }
      minutes { paper { number on by } opinion by on claims }
      totals { claims requested determined payers { payer { ...Division } amount paid } }
    }
  }`,
  [batchRow, batchEntry, division],
);
export type BatchOnPage = NonNullable<ResultOf<typeof batchDocument>['batch']>;

/** A document of its own, since a claim with its whole file is long. */
export const batchOfClaimDocument = graphql(
  'query BatchOfClaim($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { batch { id name standing } } }',
);

/** Who may, and what stands in the way of each claim. */
export const previewBatchDocument = graphql(
  `query PreviewBatch($input: PreviewBatchInput!) {
    previewBatch(input: $input) { refusal { message { zh en } } items { claim refusal { message { zh en } } } }
  }`,
);
export type BatchPreview = ResultOf<typeof previewBatchDocument>['previewBatch'];

const changedBatch = graphql('fragment ChangedBatch on Batch { id name size }');
export const gatherClaims = command('gatherClaims', changedBatch);
export const splitOutClaims = command('splitOutClaims', changedBatch);
export const minuteBatch = command('minuteBatch', changedBatch);
