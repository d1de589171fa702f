import { useMessages } from '../../i18n/messages.js';
import { AnswerDialog, type ProposalAnswer } from '../../ui/AnswerDialog.js';
import { agreePolicyVersion, refusePolicyVersion, type VersionProposal, withdrawPolicyVersion } from './documents.js';
import { versionMessages } from './messages.js';

const commands = { agree: agreePolicyVersion, refuse: refusePolicyVersion, withdraw: withdrawPolicyVersion };

interface AnswerVersionDialogProps {
  policy: string;
  proposal: VersionProposal;
  answer: ProposalAnswer;
  onClose: () => void;
}

export function AnswerVersionDialog({ policy, proposal, answer, onClose }: AnswerVersionDialogProps) {
  const texts = useMessages(versionMessages);
  return (
    <AnswerDialog
      answer={answer}
      commands={commands}
      about={{ policy, proposal: proposal.id }}
      title={`${texts[answer]} · ${texts.from(proposal.from)}`}
      labels={texts}
      says={{ agree: texts.agreeSays, refuse: texts.refuseSays, withdraw: texts.withdrawSays }}
      done={texts.done}
      reason={{ label: texts.reason }}
      onClose={onClose}
    />
  );
}
