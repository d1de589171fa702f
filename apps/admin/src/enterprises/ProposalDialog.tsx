import { Box } from '@mui/material';
import { codeFont } from '../app/theme.js';
import { useMessages } from '../i18n/messages.js';
import { type AnswerCommands, AnswerDialog, type ProposalAnswer } from '../ui/AnswerDialog.js';
import { Facts } from '../ui/Facts.js';
import { uiMessages } from '../ui/ui-messages.js';
import { accountMessages } from './account-messages.js';
import type { OnProposal } from './documents.js';

interface Answered {
  uscc: string;
  name: string;
}

export type ProposalAnswers = AnswerCommands<OnProposal, object>;

export interface ProposalDialogProps {
  answer: ProposalAnswer;
  answers: ProposalAnswers;
  /** What agreeing brings about. */
  agreeSays: string;
  enterprise: Answered;
  proposal: string;
  /** What the proposal is. */
  matter: string;
  /** What else it says, such as from which day. */
  details: readonly (readonly [label: string, value: string])[];
  onClose: () => void;
}

/** Answers what was proposed for an enterprise: its account, its contact, a move or a change. */
export function ProposalDialog(props: ProposalDialogProps) {
  const { answer, answers, agreeSays, enterprise, proposal, matter, details, onClose } = props;
  const texts = useMessages(accountMessages);
  const { of } = useMessages(uiMessages);
  return (
    <AnswerDialog
      answer={answer}
      commands={answers}
      about={{ uscc: enterprise.uscc, proposal }}
      title={of(texts[answer], matter)}
      labels={texts}
      says={{ agree: agreeSays, refuse: texts.refuseSays, withdraw: texts.withdrawSays }}
      done={texts.answered}
      reason={{ label: texts.reason }}
      note={<Facts entries={[[texts.enterprise, <Named key="enterprise" enterprise={enterprise} />], ...details]} />}
      onClose={onClose}
    />
  );
}

function Named({ enterprise: { uscc, name } }: { enterprise: Answered }) {
  return (
    <>
      <span>{name}</span>
      <Box component="span" sx={{ display: 'block', fontFamily: codeFont }}>
        {uscc}
      </Box>
    </>
  );
}
