import { Box, Typography } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link } from 'react-router';
import { codeFont } from '../../app/theme.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { BulkToolbar } from '../bulk/BulkToolbar.js';
import { LightChip } from '../deadline/LightChip.js';
import { claimMessages } from '../messages.js';
import { AnswerByChip, HeldChip, StatusChip } from '../StatusChip.js';
import type { ClaimRow } from '../fragments.js';

const Column = DataTable.Col<ClaimRow>;

const onWide = { display: { xs: 'none', lg: 'table-cell' } };
const onWidest = { display: { xs: 'none', xl: 'table-cell' } };
const onMedium = { display: { xs: 'none', md: 'table-cell' } };

export function ClaimTable() {
  const { columns } = useMessages(claimMessages);
  const bilingual = useBilingual();
  return (
    <DataTable<ClaimRow>
      bulkActionButtons={<></>}
      bulkActionsToolbar={<BulkToolbar />}
      rowClick={(id) => `/claims/${id}/show`}
      size="small"
    >
      <Column source="id" label={columns.id} render={(claim) => <ClaimNumber id={claim.id} />} />
      <Column
        label={columns.status}
        disableSort
        render={(claim) => (
          <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
            <StatusChip status={claim.status} />
            {claim.held && <HeldChip />}
            <AnswerByChip claim={claim} />
            <LightChip light={claim.light} />
          </Box>
        )}
      />
      <Column
        label={columns.enterprise}
        disableSort
        sx={{ minWidth: 130, maxWidth: 260 }}
        render={(claim) => claim.enterprise.name}
      />
      <Column
        label={columns.measure}
        disableSort
        sx={{ ...onMedium, minWidth: 130, maxWidth: 260 }}
        render={(claim) => (
          <>
            {bilingual(claim.measure.title)}
            <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
              {claim.measure.id}
            </Typography>
          </>
        )}
      />
      <Column label={columns.year} disableSort sx={onWidest} render={(claim) => claim.year} />
      <Column
        label={columns.division}
        disableSort
        sx={{ whiteSpace: 'nowrap', ...onWidest }}
        render={(claim) => claim.division.name}
      />
      <Column
        source="requestedAmount"
        label={columns.requested}
        align="right"
        render={(claim) => <Amount value={claim.requestedAmount} />}
      />
      <Column
        source="determinedAmount"
        label={columns.determined}
        align="right"
        render={(claim) => <Amount value={claim.determinedAmount} />}
      />
      <Column
        label={columns.paid}
        disableSort
        align="right"
        sx={onWide}
        render={(claim) => <Amount value={claim.determinedAmount && claim.paidAmount} />}
      />
      <Column source="submittedOn" label={columns.submittedOn} sx={{ whiteSpace: 'nowrap', ...onWide }} />
    </DataTable>
  );
}

/** The number is a link too, so that the keyboard reaches each claim and it can be opened in another tab. */
export function ClaimNumber({ id }: { id: string }) {
  return (
    <Typography
      component={Link}
      to={`/claims/${id}/show`}
      sx={{ fontFamily: codeFont, fontSize: '0.8125rem', color: 'primary.main', whiteSpace: 'nowrap' }}
    >
      {id}
    </Typography>
  );
}
