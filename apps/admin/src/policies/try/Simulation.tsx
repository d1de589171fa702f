import { Box, Divider, Stack, Typography } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { LoadingLines } from '../../ui/Loading.js';
import { Notice } from '../../ui/Notice.js';
import { useDebounced } from '../../ui/use-debounced.js';
import { Explanation } from '../assessment/Explanation.js';
import { assessmentMessages } from '../assessment/messages.js';
import { Result } from '../assessment/Result.js';
import { type InvalidCase, type SimulationInput, simulateDocument } from '../documents.js';

interface SimulationProps {
  /** The case, or null while it is incomplete. */
  input: SimulationInput | null;
  /** What to do to get an amount. */
  hint: string;
}

const typingPauseMs = 300;

/** What the clause would pay now, recomputed by the engine as the facts change. */
export function Simulation({ input, hint }: SimulationProps) {
  const texts = useMessages(assessmentMessages);
  const settled = useDebounced(input, typingPauseMs);
  const query = useDocument(
    simulateDocument,
    { input: settled ?? incomplete },
    {
      enabled: settled !== null,
      keepPrevious: true,
    },
  );
  if (settled === null) return <Typography color="textSecondary">{hint}</Typography>;
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const result = query.data?.simulate;
  if (!result) return <LoadingLines lines={4} />;
  if ('problems' in result) return <Problem problem={result} />;
  return (
    <Stack sx={{ gap: 2, opacity: query.isPlaceholderData ? 0.6 : 1 }} aria-live="polite">
      <Result assessment={result} />
      <Divider />
      <Box>
        <Typography variant="h3" sx={{ mb: 0.5 }}>
          {texts.steps}
        </Typography>
        <Explanation trace={result.trace} />
      </Box>
    </Stack>
  );
}

function Problem({ problem }: { problem: InvalidCase }) {
  const bilingual = useBilingual();
  const [first = bilingual(problem.message), ...rest] = problem.problems.map(({ message }) => bilingual(message));
  return (
    <Notice tone="warning" title={first}>
      {rest.map((sentence) => (
        <Typography key={sentence} variant="body2">
          {sentence}
        </Typography>
      ))}
    </Notice>
  );
}

/** Stands in for a case while there is none; never sent. */
const incomplete: SimulationInput = {
  measure: '',
  year: 0,
  occurredOn: '',
  division: '',
  subject: null,
  facts: {},
  uscc: null,
};
