import { Global, Module } from '@nestjs/common';
import { RecognitionsResolver } from './list/recognitions.resolver.js';
import { RecognitionPages } from './list/recognition-pages.js';
import { RecognitionPreviewResolver } from './preview/recognition-preview.resolver.js';
import { ClaimEntries } from './read/claim-entries.js';
import { ClaimEntriesResolver, EvidenceEntryResolver } from './read/claim-entries.resolver.js';
import { RecognitionFiles } from './read/recognition-files.js';
import { RecognitionEntries, RecognitionLists } from './read/recognition-rows.js';
import { RecognitionEntryResolver, RecognitionListResolver } from './read/recognition.resolver.js';
import { RecognitionAnswer } from './recognition-answer.js';
import { recognitionAnswers } from './steps/answer-recognition.js';
import { ProposeRecognitionListHandler, ProposeRecognitionListResolver } from './steps/propose-recognition-list.js';
import {
  ProposeRecognitionRevocationHandler,
  ProposeRecognitionRevocationResolver,
} from './steps/propose-recognition-revocation.js';

const handlers = [ProposeRecognitionListHandler, ProposeRecognitionRevocationHandler];

const resolvers = [
  ProposeRecognitionListResolver,
  ProposeRecognitionRevocationResolver,
  RecognitionsResolver,
  RecognitionListResolver,
  RecognitionEntryResolver,
  RecognitionPreviewResolver,
  ClaimEntriesResolver,
  EvidenceEntryResolver,
];

/** Lists of recognitions (认定名单): imported, agreed to, revoked, and found for claims. */
@Global()
@Module({
  providers: [
    ...handlers,
    ...resolvers,
    ...recognitionAnswers.providers,
    ClaimEntries,
    RecognitionAnswer,
    RecognitionEntries,
    RecognitionFiles,
    RecognitionLists,
    RecognitionPages,
  ],
  exports: [RecognitionFiles],
})
export class RecognitionModule {}
