import { Box } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { Result } from '../../policies/assessment/Result.js';
import { simulateDocument } from '../../policies/documents.js';
import type { Claim } from '../fragments.js';
import { Answer } from '../../ui/Answer.js';
import { LoadingLines } from '../../ui/Loading.js';
import { expectedCase } from '../page/expected-amount.js';

/** What will be determined if nothing changes on the books meanwhile. */
export function ExpectedAmount({ claim }: { claim: Claim }) {
  const input = expectedCase(claim);
  return input && <Simulated input={input} />;
}

function Simulated({ input }: { input: NonNullable<ReturnType<typeof expectedCase>> }) {
  const bilingual = useBilingual();
  const query = useDocument(simulateDocument, { input });
  return (
    <Box sx={{ p: 2, bgcolor: 'background.default', borderRadius: 1 }}>
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {({ simulate }) => ('problems' in simulate ? bilingual(simulate.message) : <Result assessment={simulate} />)}
      </Answer>
    </Box>
  );
}
