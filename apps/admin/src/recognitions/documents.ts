import { type CommandInput, command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { recognitionList, recognitionRow, restedEntry } from './fragments.js';
import { answerCommands } from '../ui/answers.js';

export const recognitionListsDocument = graphql(
  `query RecognitionLists($first: Int!, $after: String, $filter: RecognitionListFilter, $asOf: AsOf) {
    recognitionLists(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes { ...RecognitionRow } ${connectionFields}
    }
  }`,
  [recognitionRow],
);

/** The lists for which something is proposed that a second person has to answer. */
export const openRecognitionsDocument = graphql(
  `query OpenRecognitions($asOf: AsOf) {
    recognitionLists(first: 100, filter: { isOpen: true }, asOf: $asOf) {
      nodes { id title isMyOffice openUntil isMine } ${connectionFields}
    }
  }`,
);

export const recognitionListDocument = graphql(
  `query RecognitionList($id: ID!, $asOf: AsOf) {
    recognitionList(id: $id, asOf: $asOf) { ...RecognitionList }
  }`,
  [recognitionList],
);

export const recognitionEntriesDocument = graphql(
  `query RecognitionEntries($first: Int!, $after: String, $filter: RecognitionEntryFilter, $asOf: AsOf) {
    recognitionEntries(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes { ...RestedEntry } ${connectionFields}
    }
  }`,
  [restedEntry],
);

/** A list as its document and its file have it. */
export type RecognitionListInput = CommandInput<'RecognitionListInput'>;

export const recognitionPreviewDocument = graphql(
  `query RecognitionPreview($input: RecognitionListInput!) {
    recognitionPreview(input: $input) {
      fileHash taken refused problems { field message { zh en } }
      lines { line no name uscc subject level batch certificate isRegistered problems { zh en } }
    }
  }`,
);
export type RecognitionPreview = ResultOf<typeof recognitionPreviewDocument>['recognitionPreview'];
export type PreviewedLine = RecognitionPreview['lines'][number];

const changedList = graphql('fragment ChangedList on RecognitionList { id }');

export const proposeRecognitionList = command('proposeRecognitionList', changedList, 'RecognitionListInput');
export const proposeRecognitionRevocation = command(
  'proposeRecognitionRevocation',
  changedList,
  'RecognitionRevocationInput',
);
/** The answers to what is proposed for a list. */
export const recognitionAnswers = answerCommands('RECOGNITION', changedList);
