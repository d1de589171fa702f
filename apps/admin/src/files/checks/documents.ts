import { command } from '../../api/command.js';
import { type ResultOf, graphql } from '../../api/graphql.js';
import { bilingual } from '../../api/fragments.js';
import { official } from '../../claims/fragments.js';

export const factChecksDocument = graphql(
  `query FactChecks($claim: ID!, $asOf: AsOf) {
    claim(id: $claim, asOf: $asOf) {
      id checkingRefusal { ...Bilingual }
      files { id name withdrawn { reason } supersededBy scan { outcome } }
      factChecks {
        name label { ...Bilingual } display { ...Bilingual }
        checks { id page on isYours by { ...Official } file { id name } }
      }
    }
  }`,
  [bilingual, official],
);
export type CheckedClaim = NonNullable<ResultOf<typeof factChecksDocument>['claim']>;
export type CheckedFact = CheckedClaim['factChecks'][number];
export type FactCheck = CheckedFact['checks'][number];
/** A file against which a fact can be checked. */
export type CheckableFile = Pick<CheckedClaim['files'][number], 'id' | 'name'>;

const file = graphql('fragment CheckedFile on EvidenceFile { id }');
export const checkFact = command('checkFact', file);
export const withdrawFactCheck = command('withdrawFactCheck', file);
