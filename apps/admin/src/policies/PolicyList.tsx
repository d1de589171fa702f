import { Box, Card, CardActionArea, Chip, Skeleton, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Page } from '../ui/Page.js';
import { type Coverage, type PolicyHead, policiesDocument } from './documents.js';
import { policyMessages } from './messages.js';

const columns = { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 380px), 1fr))', gap: 2 };

export function PolicyList() {
  const texts = useMessages(policyMessages);
  const query = useDocument(policiesDocument, {});
  return (
    <Page title={texts.title}>
      <Answer query={query} loading={<LoadingCards />}>
        {({ policies, coverage }) =>
          policies.length === 0 ? (
            <EmptyState title={texts.empty} hint={texts.emptyHint} />
          ) : (
            <Box sx={columns}>
              {policies.map((policy) => (
                <PolicyCard
                  key={policy.id}
                  policy={policy}
                  coverage={coverage.find((one) => one.policy.id === policy.id)}
                />
              ))}
            </Box>
          )
        }
      </Answer>
    </Page>
  );
}

function PolicyCard({ policy, coverage }: { policy: PolicyHead; coverage: Coverage | undefined }) {
  const texts = useMessages(policyMessages);
  const bilingual = useBilingual();
  return (
    <Card>
      <CardActionArea component={Link} to={`/policies/${policy.id}/show`} sx={{ p: 2, height: '100%' }}>
        <Stack sx={{ gap: 1.5, height: '100%' }}>
          <Box>
            <Typography variant="caption" color="textSecondary">
              {policy.division.name}
            </Typography>
            <Typography variant="h2" sx={{ textWrap: 'balance' }}>
              {bilingual(policy.title)}
            </Typography>
          </Box>
          <Facts
            entries={[
              [texts.documentNumber, policy.documentNumber ?? texts.noNumber],
              [texts.issuer, bilingual(policy.issuer)],
              [texts.period, texts.dates(policy.from, policy.to)],
              [texts.overlapRule, policy.overlapRule ?? texts.noOverlapRule],
            ]}
          />
          {coverage && <CoverageChips coverage={coverage} />}
        </Stack>
      </CardActionArea>
    </Card>
  );
}

function CoverageChips({ coverage }: { coverage: Coverage }) {
  const texts = useMessages(policyMessages);
  return (
    <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', mt: 'auto' }}>
      <Chip size="small" label={`${texts.clauses} ${String(coverage.clauses)}`} />
      <Chip size="small" color="success" variant="outlined" label={`${texts.payable} ${String(coverage.payable)}`} />
      <Chip size="small" variant="outlined" label={`${texts.referral} ${String(coverage.referral)}`} />
      <Chip size="small" variant="outlined" label={`${texts.nonMonetary} ${String(coverage.nonMonetary)}`} />
    </Stack>
  );
}

function LoadingCards() {
  return (
    <Box sx={columns} aria-busy>
      {[1, 2, 3, 4, 5].map((card) => (
        <Skeleton key={card} variant="rounded" height={236} />
      ))}
    </Box>
  );
}
