import { command } from '../api/command.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { bilingual } from '../api/fragments.js';
import { official } from '../claims/fragments.js';

const evidenceFile = graphql(
  `fragment EvidenceFile on EvidenceFile {
    id name sha256 bytes type proves { kind number } attachedBy { ...Official } recordedAt supersedes reason supersededBy
    withdrawn { by { ...Official } on reason } scan { outcome } closed { ...Bilingual }
  }`,
  [official, bilingual],
);

export const filesDocument = graphql(
  `query Files($claim: ID!, $asOf: AsOf) {
    claim(id: $claim, asOf: $asOf) { id attachingRefusal { ...Bilingual } evidence { kind number } files {
      ...EvidenceFile
      invoices { number issuedOn seller buyer amount tax isRed isStated differences { field stated read } }
      sameContent { name claim { id status enterprise { name } } } sameContentIn { code name }
    } }
  }`,
  [bilingual, evidenceFile],
);
export type EvidenceFile = NonNullable<ResultOf<typeof filesDocument>['claim']>['files'][number];
export type Paper = NonNullable<ResultOf<typeof filesDocument>['claim']>['evidence'][number];

export const attachFile = command('attachFile', evidenceFile);
export const withdrawFile = command('withdrawFile', evidenceFile);
