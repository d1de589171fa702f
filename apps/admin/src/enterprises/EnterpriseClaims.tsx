import { Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../api/use-document.js';
import { ClaimNumber } from '../claims/list/ClaimNumber.js';
import { StatusChip } from '../claims/StatusChip.js';
import type { ClaimRow } from '../claims/fragments.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Answer } from '../ui/Answer.js';
import { CursorPager, FIRST_PAGE } from '../ui/list/CursorPager.js';
import { Section } from '../ui/Section.js';
import { enterpriseClaimsDocument } from './documents.js';
import { enterpriseMessages } from './messages.js';

const PAGE = 20;

/** All that the enterprise claimed, the newest first, a page at a time. */
export function EnterpriseClaims({ uscc }: { uscc: string }) {
  const texts = useMessages(enterpriseMessages);
  const [cursors, setCursors] = useState(FIRST_PAGE);
  const variables = { uscc, first: PAGE, after: cursors.at(-1) ?? null };
  const query = useDocument(enterpriseClaimsDocument, variables, { keepPrevious: true });
  return (
    <Section title={texts.claims}>
      <Answer query={query}>
        {({ enterprise }) =>
          enterprise === null || enterprise.claims.totalCount === 0 ? (
            <Typography color="textSecondary">{texts.noClaims}</Typography>
          ) : (
            <>
              <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {enterprise.claims.nodes.map((claim) => (
                  <ClaimLine key={claim.id} claim={claim} />
                ))}
              </Stack>
              <CursorPager cursors={cursors} onTurn={setCursors} page={enterprise.claims} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}

function ClaimLine({ claim }: { claim: ClaimRow }) {
  const bilingual = useBilingual();
  return (
    <Stack
      component="li"
      direction="row"
      sx={{ gap: 1.5, py: 1, alignItems: 'baseline', flexWrap: 'wrap', borderTop: 1, borderColor: 'divider' }}
    >
      <ClaimNumber id={claim.id} />
      <StatusChip status={claim.status} />
      <Typography variant="body2" sx={{ flex: '1 1 200px' }}>
        {bilingual(claim.measure.title)}
      </Typography>
      <Typography variant="body2" component="span">
        <Amount value={claim.requestedAmount} /> → <Amount value={claim.determinedAmount} />
      </Typography>
    </Stack>
  );
}
