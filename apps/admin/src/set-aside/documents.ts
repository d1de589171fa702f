import { command } from '../api/command.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { answerCommands } from '../ui/answers.js';

export const readStateDocument = graphql(
  'query ReadState { readState { isComplete setAside secondsBehind build { handled total } } }',
);
export type ReadState = ResultOf<typeof readStateDocument>['readState'];

export const setAsideDocument = graphql(`
  query SetAside {
    setAsideRecords { stream position type error because since events schemaVersion occurredOn data }
    databaseWaits { pid seconds on heldBy { pid role application openSeconds } }
    corrections {
      id position stream type standing reason proposedBy proposedOn opensUntil answeredBy refusedBecause
      occurredOn data isMine
    }
  }
`);
type SetAside = ResultOf<typeof setAsideDocument>;
export type SetAsideRecord = SetAside['setAsideRecords'][number];
export type DatabaseWait = SetAside['databaseWaits'][number];
export type Correction = SetAside['corrections'][number];

const changedCorrection = graphql('fragment ChangedCorrection on Correction { id }');

export const proposeCorrection = command('proposeCorrection', changedCorrection);
export const correctionAnswers = answerCommands('CORRECTION', changedCorrection);
