import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { claimMessages } from '../claims/messages.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import type { RoundOnPage } from './documents.js';
import { roundMessages } from './messages.js';
import { claimsOfRoundPath } from './paths.js';

/** What was claimed in a round: counts and sums, each leading to its claims. */
export function FiguresSection({ round: { id, figures } }: { round: RoundOnPage }) {
  const texts = useMessages(roundMessages);
  const { statuses } = useMessages(claimMessages);
  if (figures.claims === 0) {
    return (
      <Section title={texts.figures}>
        <EmptyState title={texts.noClaims} hint={texts.noClaimsHint} />
      </Section>
    );
  }
  return (
    <Section
      title={texts.figures}
      aside={
        <Button size="small" component={Link} to={claimsOfRoundPath(id)}>
          {texts.allClaims}
        </Button>
      }
    >
      <Facts
        entries={[
          [texts.claims, figures.claims],
          [texts.requested, <Amount key="requested" value={figures.requested} />],
          [texts.determined, <Amount key="determined" value={figures.determined} />],
          [texts.paid, <Amount key="paid" value={figures.paid} />],
        ]}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, gap: 3, mt: 2 }}>
        <Figures title={texts.byStatus} of={texts.status}>
          {figures.byStatus.map(({ status, ...sums }) => (
            <Line key={status} name={statuses[status]} to={claimsOfRoundPath(id, { status })} {...sums} />
          ))}
        </Figures>
        <Figures title={texts.byDivision} of={texts.division}>
          {figures.byDivision.map(({ division, ...sums }) => (
            <Line
              key={division.code}
              name={division.name}
              to={claimsOfRoundPath(id, { division: division.code })}
              {...sums}
            />
          ))}
        </Figures>
      </Box>
    </Section>
  );
}

function Figures({ title, of, children }: { title: string; of: string; children: ReactNode }) {
  const texts = useMessages(roundMessages);
  return (
    <Box sx={{ minWidth: 0, overflowX: 'auto' }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{of}</TableCell>
            <TableCell align="right">{texts.claims}</TableCell>
            <TableCell align="right">{texts.requested}</TableCell>
            <TableCell align="right">{texts.determined}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </Box>
  );
}

interface LineProps {
  name: string;
  to: string;
  claims: number;
  requested: string;
  determined: string;
}

function Line({ name, to, claims, requested, determined }: LineProps) {
  return (
    <TableRow hover>
      <TableCell>
        <Link to={to}>{name}</Link>
      </TableCell>
      <TableCell align="right">{claims}</TableCell>
      <TableCell align="right">
        <Amount value={requested} />
      </TableCell>
      <TableCell align="right">
        <Amount value={determined} />
      </TableCell>
    </TableRow>
  );
}
