import type { Said } from '@duixian/casework/proposals';
import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { AnswerDialog } from '../ui/AnswerDialog.js';
import { useAnswerWords } from '../ui/answers.js';
import { Disclosure } from '../ui/Disclosure.js';
import { JsonView } from '../ui/JsonView.js';
import { type Correction, correctionAnswers } from './documents.js';
import { setAsideMessages } from './messages.js';

export function CorrectionItem({ correction }: { correction: Correction }) {
  const texts = useMessages(setAsideMessages);
  const { labels } = useAnswerWords('CORRECTION');
  const mayAnswer = useMay('CORRECTION_ANSWER');
  const [answer, setAnswer] = useState<Said | null>(null);
  const isOpen = correction.standing === 'OPEN';
  const said = [
    texts.proposedBy(correction.proposedBy, correction.proposedOn),
    isOpen ? texts.openUntil(correction.opensUntil) : null,
    correction.answeredBy === null ? null : texts.answeredBy(correction.answeredBy),
  ];
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Chip size="small" variant="outlined" label={texts.standings[correction.standing]} />
        <Typography variant="body2" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
          {`${texts.at(correction.position)} · ${correction.stream}`}
        </Typography>
      </Stack>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {said.filter((one) => one !== null).join(' · ')}
      </Typography>
      <Typography variant="body2">{correction.reason}</Typography>
      {correction.refusedBecause !== null && <Typography variant="body2">{correction.refusedBecause}</Typography>}
      <Disclosure label={texts.content}>
        <JsonView value={{ occurredOn: correction.occurredOn, data: correction.data }} />
      </Disclosure>
      {isOpen && correction.isMine && (
        <>
          <Typography variant="body2" color="textSecondary">
            {texts.mine}
          </Typography>
          <Button size="small" onClick={() => setAnswer('withdraw')}>
            {labels.withdraw}
          </Button>
        </>
      )}
      {isOpen && mayAnswer && !correction.isMine && (
        <Stack direction="row" sx={{ gap: 1 }}>
          <Button size="small" variant="contained" onClick={() => setAnswer('agree')}>
            {labels.agree}
          </Button>
          <Button size="small" color="error" onClick={() => setAnswer('refuse')}>
            {labels.refuse}
          </Button>
        </Stack>
      )}
      {answer !== null && (
        <AnswerDialog
          answer={answer}
          commands={correctionAnswers}
          about={{ position: correction.position, proposal: correction.id }}
          title={`${labels[answer]} · ${texts.at(correction.position)}`}
          onClose={() => setAnswer(null)}
        />
      )}
    </Box>
  );
}
