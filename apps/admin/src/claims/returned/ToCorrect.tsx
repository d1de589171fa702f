import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Stack, Typography } from '@mui/material';
import { TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Section } from '../../ui/Section.js';
import { type ClaimEntries, claimEntries } from '../form/claim-entries.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { answerKey } from './answers.js';
import { changedFields } from './changed-fields.js';
import type { ClaimReturn } from './documents.js';
import { returnMessages } from './messages.js';

interface ToCorrectProps {
  each: ClaimReturn;
  /** What the form began with. */
  initial: ClaimEntries;
}

/** Beside the fields of a returned claim: what is to be corrected, a tick for what is changed, and room to say why not. */
export function ToCorrect({ each: { items, reason, answerBy, workingDays, isOverdue }, initial }: ToCorrectProps) {
  const texts = useMessages(returnMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const entries = claimEntries.safeParse(useWatch());
  const changed = entries.success ? changedFields(initial, entries.data) : new Set<string>();
  const isLeft = (field: string) => (value: unknown, all: unknown) => {
    const now = claimEntries.safeParse(all);
    const isChanged = now.success && changedFields(initial, now.data).has(field);
    return isChanged || (typeof value === 'string' && value.trim() !== '') ? undefined : texts.answerHint;
  };
  return (
    <Section title={texts.toCorrect}>
      {answerBy !== null && (
        <Typography variant="body2" color={isOverdue ? 'error' : 'textSecondary'}>
          {isOverdue ? `${texts.overdue} · ` : ''}
          {texts.answerBy(answerBy, workingDays ?? 0)}
        </Typography>
      )}
      {reason !== null && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
          {reason}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map(({ field, label, wrong, wanted }, index) => {
          const Mark = changed.has(field) ? CheckCircle : RadioButtonUnchecked;
          return (
            <Box component="li" key={field} sx={{ mt: 1 }}>
              <Stack direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
                <Mark
                  fontSize="small"
                  color={changed.has(field) ? 'success' : 'disabled'}
                  titleAccess={changed.has(field) ? texts.changed : texts.kept}
                />
                <Typography variant="body2" sx={{ fontWeight: 650 }}>
                  {bilingual(label)}
                </Typography>
              </Stack>
              <Typography variant="body2">{ui.of(texts.wrong, wrong)}</Typography>
              <Typography variant="body2">{ui.of(texts.wanted, wanted)}</Typography>
              <TextInput
                source={`answers.${answerKey(index)}`}
                label={ui.aside(texts.answer, bilingual(label))}
                helperText={texts.answerHint}
                validate={isLeft(field)}
                multiline
              />
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}
