import { Button, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { batchesDocument, type BatchRow } from './documents.js';
import { batchMessages } from './messages.js';
import { batchPath } from './paths.js';

/** In pixels: on a narrow screen the table is moved sideways, and no day is broken. */
const WIDTH = 720;

/** The batches of the city: what waits for a meeting, and what was decided on. */
export function BatchList() {
  const texts = useMessages(batchMessages);
  const query = useDocument(batchesDocument, {});
  const toClaims = (
    <Button component={Link} to="/claims">
      {texts.toClaims}
    </Button>
  );
  return (
    <Page title={texts.title}>
      <Answer query={query}>
        {({ batches }) =>
          batches.length === 0 ? (
            <EmptyState title={texts.empty} hint={texts.emptyHint} action={toClaims} />
          ) : (
            <Stack sx={{ gap: 2 }}>
              {(['OPEN', 'DECIDED'] as const).map((standing) => (
                <Section key={standing} title={texts.standings[standing]} flush>
                  <BatchTable batches={batches.filter((batch) => batch.standing === standing)} />
                </Section>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function BatchTable({ batches }: { batches: BatchRow[] }) {
  const texts = useMessages(batchMessages);
  const bilingual = useBilingual();
  const { columns } = texts;
  if (batches.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 2 }}>
        {texts.noneOf}
      </Typography>
    );
  }
  return (
    <Table size="small" sx={{ minWidth: WIDTH }}>
      <TableHead>
        <TableRow>
          <TableCell>{columns.name}</TableCell>
          <TableCell>{columns.clause}</TableCell>
          <TableCell>{columns.claims}</TableCell>
          <TableCell>{columns.opened}</TableCell>
          <TableCell>{columns.minutes}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {batches.map(({ id, name, measure, size, openedBy, openedOn, minutes }) => (
          <TableRow key={id} hover>
            <TableCell>
              <Typography
                component={Link}
                to={batchPath(id)}
                variant="body2"
                sx={{ fontWeight: 600, color: 'primary.main' }}
              >
                {name}
              </Typography>
            </TableCell>
            <TableCell>{`${measure.clauseId} ${bilingual(measure.title)}`}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{texts.claimCount(size)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{texts.actOf(openedOn, openedBy)}</TableCell>
            <TableCell>{minutes === null ? '' : `${minutes.paper.number} · ${minutes.paper.on}`}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
