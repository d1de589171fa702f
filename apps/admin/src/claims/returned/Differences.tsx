import { Chip, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import type { ClaimReturn } from './documents.js';
import { returnMessages } from './messages.js';

/** In which fields the statement differs from the one that was returned: what nobody had asked for is marked. */
export function Differences({ changes }: Pick<ClaimReturn, 'changes'>) {
  const texts = useMessages(returnMessages);
  const bilingual = useBilingual();
  const { field: ofField, before: ofBefore, after: ofAfter, asked: ofAsked } = texts.differenceColumns;
  if (changes.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {texts.noDifference}
      </Typography>
    );
  }
  /** A paper that has nothing beside its number is there or not. */
  const shown = (value: ClaimReturn['changes'][number]['before'], label: string) =>
    value === null ? texts.nothing : bilingual(value) === '' ? label : bilingual(value);
  return (
    <Table size="small" aria-label={texts.differences}>
      <TableHead>
        <TableRow>
          {[ofField, ofBefore, ofAfter, ofAsked].map((heading, index) => (
            <TableCell key={index}>{heading}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ field, label, before, after, isAsked }) => (
          <TableRow key={field}>
            <TableCell component="th" scope="row">
              {bilingual(label)}
            </TableCell>
            <TableCell>
              <del>{shown(before, bilingual(label))}</del>
            </TableCell>
            <TableCell>
              <ins style={{ fontWeight: 650, textDecoration: 'none' }}>{shown(after, bilingual(label))}</ins>
            </TableCell>
            <TableCell>
              <Chip
                size="small"
                variant="outlined"
                color={isAsked ? 'default' : 'warning'}
                label={isAsked ? texts.asked : texts.unasked}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
