import type { Said } from '@duixian/casework/proposals';
import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMessages } from '../i18n/messages.js';
import { AnswerDialog } from '../ui/AnswerDialog.js';
import { useAnswerWords } from '../ui/answers.js';
import { type DepartmentChange, departmentAnswers } from './documents.js';
import { departmentMessages } from './messages.js';

/** A change of a department, how it stands, and the answers that are open to whoever looks. */
export function ChangeItem({ change }: { change: DepartmentChange }) {
  const texts = useMessages(departmentMessages);
  const { asOf } = useAsOf();
  const { labels } = useAnswerWords('DEPARTMENT');
  const [answer, setAnswer] = useState<Said | null>(null);
  const { standing, division, kind, name, successor, from, document, answeredBy, answeredOn } = change;
  const sentence = `${division.name} · ${texts.sentence[kind](name, successor ?? '')}`;
  const said = [
    texts.proposedBy(change.proposedBy, change.proposedOn),
    standing === 'OPEN' ? texts.openUntil(change.opensUntil) : null,
    answeredBy === null || answeredOn === null ? null : texts.answeredBy(answeredBy, answeredOn),
  ];
  const may = { agree: change.canAgree, refuse: change.canRefuse, withdraw: change.canWithdraw };
  const open = asOf === null ? (['agree', 'refuse', 'withdraw'] as const).filter((each) => may[each]) : [];
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Chip size="small" variant="outlined" label={texts.standings[standing]} />
        <Typography variant="body2" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
          {sentence}
        </Typography>
      </Stack>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {`${texts.since(from)} · ${document}`}
      </Typography>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {said.filter((one) => one !== null).join(' · ')}
      </Typography>
      {change.reason !== null && <Typography variant="body2">{change.reason}</Typography>}
      {change.refusedBecause !== null && (
        <Typography variant="body2">{texts.refusedBecause(change.refusedBecause)}</Typography>
      )}
      {open.length > 0 && (
        <Stack direction="row" sx={{ gap: 1 }}>
          {open.map((each) => (
            <Button
              key={each}
              size="small"
              variant={each === 'agree' ? 'contained' : 'text'}
              color={each === 'refuse' ? 'error' : 'primary'}
              onClick={() => setAnswer(each)}
            >
              {labels[each]}
            </Button>
          ))}
        </Stack>
      )}
      {answer !== null && (
        <AnswerDialog
          answer={answer}
          commands={departmentAnswers}
          about={{ proposal: change.id }}
          title={`${labels[answer]} · ${sentence}`}
          onClose={() => setAnswer(null)}
        />
      )}
    </Box>
  );
}
