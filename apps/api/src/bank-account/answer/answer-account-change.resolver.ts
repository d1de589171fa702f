import { proposalAnswers } from '../../enterprise/proposal-answers.js';
import { AnswerAccountChangeCommand } from './answer-account-change.command.js';

export const AnswerAccountChangeResolver = proposalAnswers({
  matter: 'AccountChange',
  agree: {
    permission: 'bank-account.change',
    description: 'Another clerk agrees to a proposed account; its waiting time begins.',
  },
  refuse: {
    permission: 'bank-account.refuse',
    description: 'A clerk or finance stops a proposed account, also one that was agreed to, before it takes effect.',
  },
  withdraw: {
    permission: 'bank-account.change',
    description: 'The proposer takes a proposed account back before it takes effect.',
  },
  command: AnswerAccountChangeCommand,
});
