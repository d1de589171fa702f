import { Typography } from '@mui/material';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { Explanation } from '../../policies/assessment/Explanation.js';
import { Lines } from '../../policies/assessment/Result.js';
import { measureDocument } from '../../policies/documents.js';
import { Simulation } from '../../policies/try/Simulation.js';
import { Answer } from '../../ui/Answer.js';
import { Section } from '../../ui/Section.js';
import type { ClaimStatus } from '../../api/schema/enums.generated.js';
import type { Claim } from '../fragments.js';
import { expectedCase } from './expected-amount.js';
import { EarlierGrants } from './EarlierGrants.js';
import { claimPageMessages } from './messages.js';
import { usePersonName } from '../../ui/person.js';

const dayMs = 86_400_000;

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
  const query = useDocument(measureDocument, { id: claim.measure.id }, { staleTimeMs: dayMs });
  return (
    <Section title={texts.previewTitle}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {texts.previewHint}
      </Typography>
      <Answer query={query}>
        {({ measure }) => measure && <Simulation input={expectedCase(claim, measure)} hint={texts.previewMissing} />}
      </Answer>
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
