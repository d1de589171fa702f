import { useMessages } from '../i18n/messages.js';
import { AnswerDialog, type ProposalAnswer } from '../ui/AnswerDialog.js';
import { agreeToCorrection, type Correction, refuseCorrection, withdrawCorrection } from './documents.js';
import { setAsideMessages } from './messages.js';

const commands = { agree: agreeToCorrection, refuse: refuseCorrection, withdraw: withdrawCorrection };

interface CorrectionAnswerDialogProps {
  correction: Correction;
  answer: ProposalAnswer;
  onClose: () => void;
}

export function CorrectionAnswerDialog({ correction: { id, position }, answer, onClose }: CorrectionAnswerDialogProps) {
  const texts = useMessages(setAsideMessages);
  return (
    <AnswerDialog
      answer={answer}
      commands={commands}
      about={{ position, proposal: id }}
      title={`${texts[answer]} · ${texts.at(position)}`}
      labels={texts}
      says={{ agree: texts.agreeSays, refuse: texts.refuseSays, withdraw: texts.withdrawSays }}
      done={{ agree: texts.agreed, refuse: texts.refused, withdraw: texts.withdrawn }}
      reason={{ label: texts.reason }}
      onClose={onClose}
    />
  );
}
