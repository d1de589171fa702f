import { Typography } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { Explanation } from '../../policies/assessment/Explanation.js';
import { Lines } from '../../policies/assessment/Result.js';
import { Simulation } from '../../policies/try/Simulation.js';
import { Section } from '../../ui/Section.js';
import type { ClaimStatus } from '../../api/schema/enums.generated.js';
import type { Claim } from '../fragments.js';
import { expectedCase } from './expected-amount.js';
import { EarlierGrants } from './EarlierGrants.js';
import { claimPageMessages } from './messages.js';
import { usePersonName } from '../../ui/person.js';

/** While a claim is under way its amount is foreseen; once determined it is explained; otherwise there is none. */
const undetermined: ClaimStatus[] = ['SUBMITTED', 'ACCEPTED', 'RETURNED', 'REVIEWED'];

export function ExplanationSection({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const { determination } = claim;
  if (determination) {
    return (
      <Section title={texts.explanation} aside={<DeterminedBy claim={claim} />}>
        <Lines lines={determination.lines} />
        <Explanation trace={determination.trace} />
        <EarlierGrants grants={determination.earlierGrants} />
      </Section>
    );
  }
  return undetermined.includes(claim.status) ? <ExpectedAmount claim={claim} /> : null;
}

function ExpectedAmount({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  return (
    <Section title={texts.previewTitle}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {texts.previewHint}
      </Typography>
      <Simulation input={expectedCase(claim)} hint={texts.previewMissing} />
    </Section>
  );
}

function DeterminedBy({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const personName = usePersonName();
  if (!claim.determination) return null;
  return (
    <Typography variant="caption" color="textSecondary">
      {texts.determinedBy(personName(claim.determination.by), claim.determination.on)} · {texts.version}{' '}
      {claim.determination.policyVersion.slice(0, 12)}
    </Typography>
  );
}
