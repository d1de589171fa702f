import type { Proposed, Said } from '@duixian/casework/proposals';
import { Button, Stack } from '@mui/material';
import { useAnswerWords } from './answers.js';

interface AnswerButtonsProps {
  isMine: boolean;
  kind: Proposed;
  onChoose: (answer: Said) => void;
}

/** What may be said of an open proposal: yes or no of somebody else's, never mind of one's own. */
export function AnswerButtons({ isMine, kind, onChoose }: AnswerButtonsProps) {
  const { labels } = useAnswerWords(kind);
  const answers: readonly Said[] = isMine ? ['withdraw'] : ['agree', 'refuse'];
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
