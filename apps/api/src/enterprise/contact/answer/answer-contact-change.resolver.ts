import { proposalAnswers } from '../../proposal-answers.js';
import { AnswerContactChangeCommand } from './answer-contact-change.command.js';

export const AnswerContactChangeResolver = proposalAnswers({
  matter: 'ContactChange',
  agree: {
    permission: 'contact.change',
    description:
      'Another clerk agrees to a proposed contact; its waiting time begins, and the very first one holds at once.',
  },
  refuse: {
    permission: 'contact.change',
    description: 'Another clerk stops a proposed contact, also one that was agreed to, before it takes effect.',
  },
  withdraw: {
    permission: 'contact.change',
    description: 'The proposer takes a proposed contact back before it takes effect.',
  },
  command: AnswerContactChangeCommand,
});
