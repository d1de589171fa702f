import { answersTo, type Said } from '@duixian/casework/proposals';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { permissionNamed } from '../auth/permission-named.js';
import { useMay } from '../auth/use-user.js';
import { useAnswerWords } from '../ui/answers.js';
import { ProposalDialog, type ProposalDialogProps } from './ProposalDialog.js';

export interface ProposalButtonsProps extends Omit<ProposalDialogProps, 'answer' | 'onClose'> {
  isMine: boolean;
  /** Whether it can be agreed to now; one that was, or of which nobody was told, can only be stopped or taken back. */
  isOpen: boolean;
}

/** What this official can say of a proposal that has not taken effect: his own he takes back, a colleague's he answers. */
export function ProposalButtons({ isMine, isOpen, ...dialog }: ProposalButtonsProps) {
  const { kind } = dialog.answers;
  const { permissions } = answersTo(kind);
  const { labels } = useAnswerWords(kind);
  const mayAgree = useMay(permissionNamed(permissions.agree));
  const mayRefuse = useMay(permissionNamed(permissions.refuse));
  const [answer, setAnswer] = useState<Said | null>(null);
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      {!isMine && isOpen && mayAgree && (
        <Button size="small" variant="contained" onClick={() => setAnswer('agree')}>
          {labels.agree}
        </Button>
      )}
      {!isMine && mayRefuse && (
        <Button size="small" color="error" onClick={() => setAnswer('refuse')}>
          {labels.refuse}
        </Button>
      )}
      {isMine && mayAgree && (
        <Button size="small" onClick={() => setAnswer('withdraw')}>
          {labels.withdraw}
        </Button>
      )}
      {answer !== null && <ProposalDialog {...dialog} answer={answer} onClose={() => setAnswer(null)} />}
    </Stack>
  );
}
