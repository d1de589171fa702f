import { command } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { refusal } from '../../api/refusals.js';

/** What would become of a part of a set. */
export const previewBulkDocument = graphql(
  `query PreviewBulk($input: TakeBulkInput!) {
    previewBulk(input: $input) { items { claim refusal { ...Refusal } seen { position policyVersion } } }
  }`,
  [refusal],
);

/** What became of each claim of a part. */
export const bulkDone = graphql('fragment BulkDone on BulkDone { items { claim refusal { ...Refusal } } }', [refusal]);

/** A part of a set; its command's id is the set's. */
export const takeBulk = command('takeBulk', bulkDone);
