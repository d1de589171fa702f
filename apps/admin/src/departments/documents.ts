import { command } from '../api/command.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { answerCommands } from '../ui/answers.js';

const departmentChange = graphql(`
  fragment DepartmentChangeItem on DepartmentChange {
    id standing kind division { code name } name successor from document reason proposedBy proposedOn opensUntil
    answeredBy answeredOn refusedBecause canAgree canRefuse canWithdraw
  }
`);
export type DepartmentChange = ResultOf<typeof departmentChange>;

export const departmentChangesDocument = graphql(
  'query DepartmentChanges($asOf: AsOf) { departmentChanges(asOf: $asOf) { ...DepartmentChangeItem } }',
  [departmentChange],
);

/** Departments of a division with their days, those of the past too. */
export const departmentListDocument = graphql(
  'query DepartmentList($division: String!) { departments(division: $division) { name from to successor } }',
);
export type DepartmentRow = ResultOf<typeof departmentListDocument>['departments'][number];

const changed = graphql('fragment ChangedDepartment on DepartmentChange { id }');

export const proposeDepartmentChange = command('proposeDepartmentChange', changed);
export const departmentAnswers = answerCommands('DEPARTMENT', changed);
