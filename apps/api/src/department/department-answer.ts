import { decideDepartmentAnswer, type CaseworkDecision } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import { proposalAnswers, type AnswerDecision } from '../command/proposal-answers.js';
import type { Records } from '../command/records.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { DepartmentBooks } from './department-books.js';
import { DepartmentChangeList } from './department-change-list.js';
import { DepartmentChangeResult, type DepartmentChangeShown } from './department-change.type.js';
import { DepartmentRecords } from './department-steps.js';

export type ChangeOrRefusal = DepartmentChangeShown | Refusal;

/** Answers with a change as it stands after a command, and has this process know of it. */
@Injectable()
export class DepartmentAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly books: DepartmentBooks,
    private readonly list: DepartmentChangeList,
  ) {}

  to(context: GraphqlContext, proposal: string, outcome: Outcome): Promise<ChangeOrRefusal> {
    const user = userOf(context);
    return this.answer.to(context, outcome, async () => {
      await this.books.refresh(user.tenant);
      return (await this.list.of(user, null)).find(({ id }) => id === proposal) ?? null;
    });
  }
}

@Injectable()
class DepartmentDecision implements AnswerDecision<'DEPARTMENT'> {
  constructor(private readonly departments: DepartmentRecords) {}

  async decide(records: Records, command: AnswerTo<'DEPARTMENT'>): Promise<CaseworkDecision> {
    return decideDepartmentAnswer({ command, ...(await this.departments.of(records, command.tenant)) });
  }
}

export const departmentAnswers = proposalAnswers('DEPARTMENT', {
  name: 'answerDepartmentChange',
  decision: DepartmentDecision,
  result: () => DepartmentChangeResult,
  by: DepartmentAnswer,
  shown: (by, context, { proposal }, outcome) => by.to(context, proposal, outcome),
});
