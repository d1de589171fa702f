import type { Said } from '@duixian/casework/proposals';
import { Box } from '@mui/material';
import { codeFont } from '../app/theme.js';
import { useMessages } from '../i18n/messages.js';
import { AnswerDialog } from '../ui/AnswerDialog.js';
import { type AnswerCommands, useAnswerWords } from '../ui/answers.js';
import { Facts } from '../ui/Facts.js';
import { uiMessages } from '../ui/ui-messages.js';
import { accountMessages } from './account-messages.js';

interface Answered {
  uscc: string;
  name: string;
}

/** The kinds of proposal about an enterprise. */
export type ProposalAnswers = AnswerCommands<'REGISTRATION' | 'MOVE' | 'CHANGE' | 'ACCOUNT' | 'CONTACT', object>;

export interface ProposalDialogProps {
  answer: Said;
  answers: ProposalAnswers;
  /** What agreeing brings about, where it is not what it does of its kind. */
  agreeSays?: string;
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
  const { labels } = useAnswerWords(answers.kind);
  const { of } = useMessages(uiMessages);
  return (
    <AnswerDialog
      answer={answer}
      commands={answers}
      about={{ uscc: enterprise.uscc, proposal }}
      title={of(labels[answer], matter)}
      {...(agreeSays !== undefined && { agreeing: { says: agreeSays } })}
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
