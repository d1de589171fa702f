import { Stack, Typography } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { NothingUsedBar, TotalBar } from '../../enterprises/TotalBar.js';
import { withInherited } from '../../enterprises/with-inherited.js';
import { useMessages } from '../../i18n/messages.js';
import { ProgrammeBar } from '../../payments/ProgrammeBar.js';
import { Answer } from '../../ui/Answer.js';
import { LoadingLines } from '../../ui/Loading.js';
import { Section } from '../../ui/Section.js';
import type { Claim } from '../fragments.js';
import { claimLimitsDocument } from './limits-document.js';
import { claimPageMessages } from './messages.js';

/** The limits of the clause in the claim's year, and how much of each is used. */
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
        {({ yearlyTotals, enterprise, programmes, measure }) => {
          const inherited = (enterprise?.inherited ?? []).filter((each) => each.measure.id === claim.measure.id);
          const [total] = withInherited(yearlyTotals.nodes, inherited);
          const cap = measure?.limits.year ?? null;
          const ours = programmes.filter((programme) => programme.measure.id === claim.measure.id);
          if (!total && cap === null && ours.length === 0) {
            return (
              <Typography variant="body2" color="textSecondary">
                {texts.noLimits}
              </Typography>
            );
          }
          return (
            <Stack sx={{ gap: 2 }}>
              {total && (
                <TotalBar total={total} title={total.cap === null ? texts.enterpriseYear : texts.enterpriseCap} />
              )}
              {!total && cap !== null && <NothingUsedBar cap={cap} title={texts.enterpriseCap} />}
              {ours.map((programme) => (
                <ProgrammeBar
                  key={programme.id}
                  programme={programme}
                  title={programme.pool === null ? texts.quota : texts.pool}
                />
              ))}
            </Stack>
          );
        }}
      </Answer>
    </Section>
  );
}
