import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { accountMessages } from './account-messages.js';
import type { ProposalAnswer } from '../ui/AnswerDialog.js';
import { ProposalDialog, type ProposalDialogProps } from './ProposalDialog.js';

export interface ProposalButtonsProps extends Omit<ProposalDialogProps, 'answer' | 'onClose'> {
  isMine: boolean;
  /** Whether it can be agreed to now; one that was, or of which nobody was told, can only be stopped or taken back. */
  isOpen: boolean;
  /** Who may agree, and who may stop it. */
  agreeing: 'BANK_ACCOUNT_CHANGE' | 'CONTACT_CHANGE' | 'ENTERPRISE_MOVE' | 'ENTERPRISE_REGISTER';
  refusing: 'BANK_ACCOUNT_REFUSE' | 'CONTACT_CHANGE' | 'ENTERPRISE_MOVE' | 'ENTERPRISE_REGISTER';
}

/** What this official can say of a proposal that has not taken effect: his own he takes back, a colleague's he answers. */
export function ProposalButtons({ agreeing, refusing, isMine, isOpen, ...dialog }: ProposalButtonsProps) {
  const texts = useMessages(accountMessages);
  const mayAgree = useMay(agreeing);
  const mayRefuse = useMay(refusing);
  const [answer, setAnswer] = useState<ProposalAnswer | null>(null);
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      {!isMine && isOpen && mayAgree && (
        <Button size="small" variant="contained" onClick={() => setAnswer('agree')}>
          {texts.agree}
        </Button>
      )}
      {!isMine && mayRefuse && (
        <Button size="small" color="error" onClick={() => setAnswer('refuse')}>
          {texts.refuse}
        </Button>
      )}
      {isMine && mayAgree && (
        <Button size="small" onClick={() => setAnswer('withdraw')}>
          {texts.withdraw}
        </Button>
      )}
      {answer !== null && <ProposalDialog {...dialog} answer={answer} onClose={() => setAnswer(null)} />}
    </Stack>
  );
}
