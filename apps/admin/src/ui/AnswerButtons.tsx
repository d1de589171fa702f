import { Button, Stack } from '@mui/material';
import type { ProposalAnswer } from './AnswerDialog.js';

interface AnswerButtonsProps {
  isMine: boolean;
  labels: Readonly<Record<ProposalAnswer, string>>;
  onChoose: (answer: ProposalAnswer) => void;
}

/** What may be said of an open proposal: yes or no of somebody else's, never mind of one's own. */
export function AnswerButtons({ isMine, labels, onChoose }: AnswerButtonsProps) {
  const answers: readonly ProposalAnswer[] = isMine ? ['withdraw'] : ['agree', 'refuse'];
  return (
    <Stack direction="row" sx={{ gap: 1, mt: 0.5 }}>
      {answers.map((answer) => (
        <Button
          key={answer}
          size="small"
          variant={answer === 'agree' ? 'contained' : 'text'}
          color={answer === 'refuse' ? 'error' : 'primary'}
          onClick={() => onChoose(answer)}
        >
          {labels[answer]}
        </Button>
      ))}
    </Stack>
  );
}
