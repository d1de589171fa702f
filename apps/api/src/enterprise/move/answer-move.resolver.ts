import { proposalAnswers } from '../proposal-answers.js';
import { AnswerMoveCommand } from './answer-move.command.js';

export const AnswerMoveResolver = proposalAnswers({
  matter: 'Move',
  agree: {
    permission: 'enterprise.move',
    description: 'A clerk of the division it leaves, or of the city, agrees to a move.',
  },
  refuse: {
    permission: 'enterprise.move',
    description: 'A clerk of the division it leaves, or of the city, refuses a move.',
  },
  withdraw: {
    permission: 'enterprise.move',
    description: 'The proposer takes a move back that is still open.',
  },
  command: AnswerMoveCommand,
});
