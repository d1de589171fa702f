import { Autocomplete, Box, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useDocument } from '../api/use-document.js';
import type { Contestant } from '../claims/fragments.js';
import { claimMessages } from '../claims/messages.js';
import { StatusChip } from '../claims/StatusChip.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { policyMessages } from '../policies/messages.js';
import { Answer } from '../ui/Answer.js';
import { Section } from '../ui/Section.js';
import { useDebounced } from '../ui/use-debounced.js';
import { comparePath } from './compare-path.js';
import { foundClaimsDocument, likelyClaimsDocument } from './documents.js';
import { type LikelyClaim, likelyOf, type Shares } from './likely-claims.js';
import { compareMessages } from './messages.js';
import { UnknownClaim } from './UnknownClaim.js';

interface ChooseClaimProps {
  /** The claim beside which another one is chosen; null where both are to be. */
  beside: string | null;
  /** On which side the chosen one stands. */
  side: 'left' | 'right';
}

/** Finds a claim by its number or enterprise; beside one, those that share something with it are offered first. */
export function ChooseClaim({ beside, side }: ChooseClaimProps) {
  const texts = useMessages(compareMessages);
  const pathTo = (id: string) =>
    comparePath(side === 'left' ? { left: id, right: beside } : { left: beside, right: id });
  return (
    <Section title={beside === null ? texts.chooseFirst : texts.choose}>
      <Stack sx={{ gap: 2 }}>
        {beside === null && (
          <Typography variant="body2" color="textSecondary">
            {texts.chooseHint}
          </Typography>
        )}
        <ClaimFinder pathTo={pathTo} />
        {beside !== null && <LikelyClaims beside={beside} pathTo={pathTo} />}
      </Stack>
    </Section>
  );
}

const typingPauseMs = 250;

function ClaimFinder({ pathTo }: { pathTo: (id: string) => string }) {
  const texts = useMessages(compareMessages);
  const { statuses } = useMessages(claimMessages);
  const bilingual = useBilingual();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed.trim(), typingPauseMs);
  const query = useDocument(foundClaimsDocument, { text }, { enabled: text !== '', keepPrevious: true });
  return (
    <Autocomplete
      value={null}
      sx={{ maxWidth: 560 }}
      onChange={(_, claim: Contestant | null) => claim && void navigate(pathTo(claim.id))}
      onInputChange={(_, input, reason) => reason === 'input' && setTyped(input)}
      options={text === '' ? [] : (query.data?.claims.nodes ?? [])}
      loading={query.isFetching}
      noOptionsText={text === '' ? texts.find : texts.notFound}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ id, enterprise, measure, status }) =>
        [id, enterprise.name, bilingual(measure.title), statuses[status]].join(' · ')
      }
      filterOptions={(found) => found}
      renderInput={(input) => <TextField {...input} label={texts.find} error={query.error !== null} autoFocus />}
    />
  );
}

function LikelyClaims({ beside, pathTo }: { beside: string; pathTo: (id: string) => string }) {
  const texts = useMessages(compareMessages);
  const query = useDocument(likelyClaimsDocument, { id: beside });
  return (
    <Answer query={query}>
      {({ claim }) => {
        if (claim === null) return <UnknownClaim text={beside} />;
        const likely = likelyOf(claim);
        return (
          <Box component="section" aria-label={texts.likely}>
            <Typography variant="body2" sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>
              {texts.beside(claim.id, claim.enterprise.name)}
            </Typography>
            <Typography variant="h3">{texts.likely}</Typography>
            <Typography variant="body2" color="textSecondary">
              {likely.length === 0 ? texts.noLikely : texts.likelyHint}
            </Typography>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
              {likely.map((each) => (
                <LikelyItem key={each.claim.id} likely={each} path={pathTo(each.claim.id)} />
              ))}
            </Stack>
            {claim.enterprise.claims.pageInfo.hasNextPage && (
              <Typography variant="body2" color="textSecondary">
                {texts.moreLikely}
              </Typography>
            )}
          </Box>
        );
      }}
    </Answer>
  );
}

function LikelyItem({ likely: { claim, shares }, path }: { likely: LikelyClaim; path: string }) {
  const bilingual = useBilingual();
  const why = useWhy();
  return (
    <Stack component="li" sx={{ gap: 0.25, py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component={Link} to={path} sx={{ color: 'primary.main', fontWeight: 650 }}>
          {claim.id}
        </Typography>
        <StatusChip status={claim.status} />
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {why(shares)}
        </Typography>
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {[claim.enterprise.name, bilingual(claim.measure.title), claim.submittedOn].join(' · ')}
      </Typography>
    </Stack>
  );
}

/** Gives the function that says why a claim is offered. */
function useWhy(): (shares: readonly Shares[]) => string {
  const { shares: says } = useMessages(compareMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const wordsOf = (shared: Shares): string => {
    switch (shared.kind) {
      case 'paper':
        return says.paper(evidenceKinds[shared.evidence], shared.number);
      case 'contract':
        return says.contract(shared.number);
      case 'subject':
        return says.subject(shared.subject);
      case 'year':
        return says.year(shared.year);
    }
  };
  return (shares) => (shares.length === 0 ? says.enterprise : shares.map(wordsOf).join(' · '));
}
