import CompareArrows from '@mui/icons-material/CompareArrows';
import { Box, Button, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { comparePath } from '../../compare/compare-path.js';
import { compareMessages } from '../../compare/messages.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { Answer } from '../../ui/Answer.js';
import { LoadingLines } from '../../ui/Loading.js';
import { Notice } from '../../ui/Notice.js';
import { Section } from '../../ui/Section.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { ClaimNumber } from '../list/ClaimNumber.js';
import type { Claim } from '../fragments.js';
import { nearClaimsDocument } from '../near-document.js';
import { StatusChip } from '../StatusChip.js';
import { claimPageMessages } from './messages.js';
import { type OtherClaim, otherClaimsDocument } from './other-claims-document.js';

/** What else the enterprise claimed under the clause, with the year and the facts that it stated there. */
export function OtherClaims({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const { compareWith } = useMessages(compareMessages);
  const query = useDocument(otherClaimsDocument, { uscc: claim.enterprise.uscc, measure: claim.measure.id });
  return (
    <Section
      title={texts.otherClaims}
      aside={
        <Button
          size="small"
          startIcon={<CompareArrows />}
          component={Link}
          to={comparePath({ left: claim.id, right: null })}
        >
          {compareWith}
        </Button>
      }
    >
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {({ claims }) => {
          const others = claims.nodes.filter(({ id }) => id !== claim.id);
          return (
            <>
              <ContradictingYears claim={claim} />
              <Typography variant="body2" color="textSecondary">
                {others.length === 0 ? texts.noOtherClaims : texts.otherClaimsHint}
              </Typography>
              <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {others.map((other) => (
                  <OtherClaimItem key={other.id} claim={other} />
                ))}
              </Stack>
              {claims.pageInfo.hasNextPage && (
                <Typography variant="body2" color="textSecondary">
                  {texts.moreOtherClaims}
                </Typography>
              )}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

/** What was granted under the clause and does not fit the year of the promise that the claim states; nothing where all fits. */
function ContradictingYears({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const { listed, of } = useMessages(uiMessages);
  const { data } = useDocument(nearClaimsDocument, { id: claim.id });
  const others = data?.claim?.contradictingYears ?? [];
  if (others.length === 0) return null;
  const named = others.map(({ id, year }) => of(id, String(year)));
  return (
    <Box sx={{ my: 1 }}>
      <Notice tone="warning" title={texts.contradictingYears(listed(named))} />
    </Box>
  );
}

function OtherClaimItem({ claim }: { claim: OtherClaim }) {
  const bilingual = useBilingual();
  const { of } = useMessages(uiMessages);
  const facts = claim.facts.map((fact) => of(bilingual(fact.label), bilingual(fact.display)));
  return (
    <Stack component="li" sx={{ gap: 0.25, py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <ClaimNumber id={claim.id} />
        <Typography variant="body2">{claim.year}</Typography>
        <StatusChip status={claim.status} />
        {claim.determinedAmount !== null && <Amount value={claim.determinedAmount} />}
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {facts.join(' · ')}
      </Typography>
    </Stack>
  );
}
