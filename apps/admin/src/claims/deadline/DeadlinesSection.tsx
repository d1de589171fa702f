import { Typography } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { LoadingLines } from '../../ui/Loading.js';
import { Section } from '../../ui/Section.js';
import { useDocument } from '../../api/use-document.js';
import { deadlinesDocument } from '../documents.js';
import type { Claim, Deadlines } from '../fragments.js';
import { DeadlineLines } from './DeadlineLines.js';
import { deadlineMessages } from './messages.js';

/** By when the claim is to be done with: its step, and the whole of it. Nothing once it is closed. */
export function DeadlinesSection({ claim: { id, light } }: { claim: Pick<Claim, 'id' | 'light'> }) {
  const texts = useMessages(deadlineMessages);
  const query = useDocument(deadlinesDocument, { id });
  if (light === null) return null;
  return (
    <Section title={texts.title}>
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {({ claim }) =>
          claim?.deadlines == null ? (
            <Typography variant="body2">{texts.onRoute}</Typography>
          ) : (
            <Shown deadlines={claim.deadlines} />
          )
        }
      </Answer>
    </Section>
  );
}

function Shown({ deadlines }: { deadlines: Deadlines }) {
  const texts = useMessages(deadlineMessages);
  const isOverdue = [deadlines.step, deadlines.whole].some((each) => each?.light === 'OVERDUE');
  return (
    <>
      <DeadlineLines deadlines={deadlines} />
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 1.25 }}>
        {texts.rule(texts.kinds[deadlines.kind], deadlines.source)}
        {isOverdue && ` · ${texts.blocksNothing}`}
      </Typography>
    </>
  );
}
