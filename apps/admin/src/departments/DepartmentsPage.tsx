import Add from '@mui/icons-material/Add';
import {
  Button,
  MenuItem,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../api/use-document.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay, useUser } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { today } from '../ui/beijing-time.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { useDivisions } from '../policies/try/use-divisions.js';
import { ChangeItem } from './ChangeItem.js';
import { departmentChangesDocument, departmentListDocument } from './documents.js';
import { departmentMessages } from './messages.js';
import { ProposeDialog } from './ProposeDialog.js';

/** The departments of the city and its counties: which there are, since when, and what becomes of them. */
export function DepartmentsPage() {
  const texts = useMessages(departmentMessages);
  const { asOf } = useAsOf();
  const city = useUser()?.tenant ?? '';
  const [division, setDivision] = useState<string | null>(null);
  const mayPropose = useMay('DEPARTMENT_CHANGE') && asOf === null;
  const [isProposing, setProposing] = useState(false);
  const query = useDocument(departmentChangesDocument, {});
  const action = mayPropose ? (
    <Button variant="contained" startIcon={<Add />} onClick={() => setProposing(true)}>
      {texts.propose}
    </Button>
  ) : null;
  return (
    <Page title={texts.title} actions={action}>
      <Stack sx={{ gap: 2 }}>
        <Section title={texts.changes}>
          <Answer query={query}>
            {({ departmentChanges }) =>
              departmentChanges.length === 0 ? (
                <EmptyState title={texts.empty} hint={texts.emptyHint} />
              ) : (
                <Stack component="ul" sx={{ gap: 2, m: 0, p: 0, listStyle: 'none' }}>
                  {departmentChanges.map((change) => (
                    <ChangeItem key={change.id} change={change} />
                  ))}
                </Stack>
              )
            }
          </Answer>
        </Section>
        <DepartmentTable division={division ?? city} onChoose={setDivision} />
      </Stack>
      {isProposing && <ProposeDialog division={division ?? city} onClose={() => setProposing(false)} />}
    </Page>
  );
}

function DepartmentTable({ division, onChoose }: { division: string; onChoose: (division: string) => void }) {
  const texts = useMessages(departmentMessages);
  const { choices } = useDivisions(null, 'offices', division);
  const query = useDocument(departmentListDocument, { division }, { enabled: division !== '' });
  return (
    <Section title={texts.departments}>
      <TextField
        select
        label={texts.division}
        value={choices.some(({ id }) => id === division) ? division : ''}
        onChange={(event) => onChoose(event.target.value)}
        size="small"
        sx={{ minWidth: 240, maxWidth: '100%' }}
      >
        {choices.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <Answer query={query}>
        {({ departments }) =>
          departments.length === 0 ? (
            <EmptyState title={texts.noDepartments} hint={texts.noDepartmentsHint} />
          ) : (
            <Table size="small" sx={{ mt: 1 }}>
              <TableHead>
                <TableRow>
                  <TableCell>{texts.columns.name}</TableCell>
                  <TableCell>{texts.columns.from}</TableCell>
                  <TableCell>{texts.columns.to}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {departments.map(({ name, from, to, successor }) => (
                  <TableRow key={`${name} ${from ?? ''}`}>
                    <TableCell>
                      {name}
                      {successor !== null && (
                        <Typography variant="caption" component="div" color="text.secondary">
                          {texts.goesOnAs(successor)}
                        </Typography>
                      )}
                    </TableCell>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>{from ?? ''}</TableCell>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>
                      {to ?? ((from ?? '') > today() ? '' : texts.present)}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )
        }
      </Answer>
    </Section>
  );
}
