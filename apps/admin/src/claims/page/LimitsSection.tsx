import { Stack, Typography } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { TotalBar } from '../../enterprises/TotalBar.js';
import { useMessages } from '../../i18n/messages.js';
import { ProgrammeBar } from '../../payments/ProgrammeBar.js';
import { Answer } from '../../ui/Answer.js';
import { LoadingLines } from '../../ui/Loading.js';
import { Section } from '../../ui/Section.js';
import type { Claim } from '../shapes.js';
import { claimLimitsDocument } from './limits-document.js';
import { claimPageMessages } from './messages.js';

export function LimitsSection({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const query = useDocument(claimLimitsDocument, {
    uscc: claim.enterprise.uscc,
    measure: claim.measure.id,
    year: claim.year,
  });
  return (
    <Section title={texts.limits}>
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {({ yearlyTotals, programmes }) => {
          const ours = programmes.filter((programme) => programme.measure.id === claim.measure.id);
          if (yearlyTotals.nodes.length + ours.length === 0) {
            return <Typography color="textSecondary">{texts.noLimits}</Typography>;
          }
          return (
            <Stack sx={{ gap: 2 }}>
              {yearlyTotals.nodes.map((total) => (
                <TotalBar key={total.id} total={total} title={texts.enterpriseCap} />
              ))}
              {ours.map((programme) => (
                <ProgrammeBar
                  key={programme.id}
                  programme={programme}
                  title={programme.kind === 'POOL' ? texts.pool : texts.quota}
                />
              ))}
            </Stack>
          );
        }}
      </Answer>
    </Section>
  );
}
