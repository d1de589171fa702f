import { Box, Button, Card, Chip, Stack, Typography } from '@mui/material';
import { Link, useParams, useSearchParams } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { ClauseCard } from './ClauseCard.js';
import { type Policy, policyDocument } from './documents.js';
import { Readings } from './measure/Rule.js';
import { policyMessages } from './messages.js';
import { DocumentText } from './text/DocumentText.js';

/** One document: its words at the left, what the system makes of each clause at the right. */
export function PolicyPage() {
  const texts = useMessages(policyMessages);
  const { id = '' } = useParams();
  const query = useDocument(policyDocument, { id });
  return (
    <Answer query={query}>
      {({ policy }) =>
        policy ? (
          <PolicyView policy={policy} />
        ) : (
          <EmptyState
            title={texts.notFound}
            hint={texts.notFoundHint}
            action={
              <Button component={Link} to="/policies">
                {texts.toList}
              </Button>
            }
          />
        )
      }
    </Answer>
  );
}

function PolicyView({ policy }: { policy: Policy }) {
  const texts = useMessages(policyMessages);
  const bilingual = useBilingual();
  const [search, setSearch] = useSearchParams();
  const clauses = policy.articles.flatMap((article) => article.clauses);
  const chosen = clauses.find((clause) => clause.clauseId === search.get('clause')) ?? null;
  const choose = (clauseId: string) =>
    setSearch(clauseId === chosen?.clauseId ? {} : { clause: clauseId }, { replace: true, preventScrollReset: true });
  return (
    <Page
      title={bilingual(policy.title)}
      beside={<Chip size="small" label={policy.documentNumber ?? texts.noNumber} />}
      actions={
        <Button component={Link} to={`/policies/${policy.id}/versions`}>
          {texts.versions}
        </Button>
      }
    >
      <PolicyFacts policy={policy} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <Card sx={{ position: { lg: 'sticky' }, top: 64, height: { xs: '46vh', lg: 'calc(100vh - 88px)' } }}>
          <DocumentText source={policy.text} quotes={chosen?.quotes ?? []} />
        </Card>
        <Stack sx={{ gap: 2.5 }}>
          <Readings interpretations={policy.interpretations} />
          {policy.articles.map((article) => (
            <Box key={`${article.number} ${article.heading}`} component="section">
              <Typography variant="h2" lang="zh-CN" sx={{ mb: 1 }}>
                {`${texts.article(article.number)} ${article.heading}`.trimStart()}
              </Typography>
              <Stack sx={{ gap: 1 }}>
                {article.clauses.map((clause) => (
                  <ClauseCard
                    key={clause.id}
                    measure={clause}
                    policy={policy}
                    open={clause.id === chosen?.id}
                    toggle={() => choose(clause.clauseId)}
                  />
                ))}
              </Stack>
            </Box>
          ))}
        </Stack>
      </Box>
    </Page>
  );
}

function PolicyFacts({ policy }: { policy: Policy }) {
  const texts = useMessages(policyMessages);
  const bilingual = useBilingual();
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mb: 2, mt: -1 }}>
      {[
        bilingual(policy.issuer),
        `${texts.period} ${texts.dates(policy.from, policy.to)}`,
        `${texts.overlapRule} ${policy.overlapRule ?? texts.noOverlapRule}`,
        `${texts.version} ${policy.version.slice(0, 12)}`,
      ].join(' · ')}
    </Typography>
  );
}
