import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { CorrectableField } from './documents.js';
import { returnMessages } from './messages.js';
import type { ItemEntries } from './return-items.js';

interface ReturnItemFieldsProps {
  number: number;
  item: ItemEntries;
  fields: readonly CorrectableField[];
  problemOf: (key: keyof ItemEntries) => string | undefined;
  autoFocus: boolean;
  onChange: (item: ItemEntries) => void;
  /** Null where it is the only one. */
  onRemove: (() => void) | null;
}

/** One thing that is to be corrected: which field, what is wrong with it, and what is wanted. */
export function ReturnItemFields(props: ReturnItemFieldsProps) {
  const { number, item, fields, problemOf, autoFocus, onChange, onRemove } = props;
  const texts = useMessages(returnMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  return (
    <Box
      role="group"
      aria-label={texts.item(number)}
      sx={{ mb: 1, pl: 1.5, borderLeft: '3px solid', borderColor: 'divider' }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {texts.item(number)}
        </Typography>
        {onRemove && (
          <IconButton size="small" aria-label={texts.removeItem} onClick={onRemove}>
            <DeleteOutlined fontSize="small" />
          </IconButton>
        )}
      </Stack>
      <TextField
        select
        label={texts.field}
        value={fields.some(({ field }) => field === item.field) ? item.field : ''}
        onChange={({ target }) => onChange({ ...item, field: target.value })}
        error={problemOf('field') !== undefined}
        helperText={problemOf('field')}
        autoFocus={autoFocus}
        fullWidth
        margin="dense"
      >
        {fields.map(({ field, label, told }) => (
          <MenuItem key={field} value={field}>
            {told === 'FIRST'
              ? bilingual(label)
              : ui.aside(bilingual(label), told === 'LATE' ? texts.late : texts.again)}
          </MenuItem>
        ))}
      </TextField>
      {(['wrong', 'wanted'] as const).map((key) => (
        <TextField
          key={key}
          label={texts[key]}
          value={item[key]}
          onChange={({ target }) => onChange({ ...item, [key]: target.value })}
          error={problemOf(key) !== undefined}
          helperText={problemOf(key) ?? (key === 'wrong' ? texts.wrongHint : texts.wantedHint)}
          multiline
          fullWidth
          margin="dense"
        />
      ))}
    </Box>
  );
}
