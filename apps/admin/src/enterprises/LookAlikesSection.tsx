import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { codeFont } from '../app/theme.js';
import { useMessages } from '../i18n/messages.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { Enterprise } from './documents.js';
import { enterpriseMessages } from './messages.js';

/** The enterprise under those whose names are easily taken for its own, character by character; nothing when there are none. */
export function LookAlikesSection({ enterprise }: { enterprise: Enterprise }) {
  const texts = useMessages(enterpriseMessages);
  const { aside } = useMessages(uiMessages);
  if (enterprise.lookAlikes.length === 0) return null;
  return (
    <Section title={texts.lookAlikes}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {texts.lookAlikesSays}
      </Typography>
      <Table size="small" aria-label={texts.lookAlikes}>
        <TableHead>
          <TableRow>
            <TableCell>{texts.columns.name}</TableCell>
            <TableCell>{texts.columns.uscc}</TableCell>
            <TableCell>{texts.columns.division}</TableCell>
            <TableCell>{texts.columns.registeredOn}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[enterprise, ...enterprise.lookAlikes].map(({ uscc, name, division, registeredOn }) => (
            <TableRow key={uscc} selected={uscc === enterprise.uscc}>
              <TableCell>
                {uscc === enterprise.uscc ? (
                  aside(name, texts.thisOne)
                ) : (
                  <Link to={`/enterprises/${uscc}/show`}>{name}</Link>
                )}
              </TableCell>
              <TableCell sx={{ fontFamily: codeFont }}>{uscc}</TableCell>
              <TableCell>{division.name}</TableCell>
              <TableCell>{registeredOn}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
