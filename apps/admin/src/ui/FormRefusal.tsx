import { Box, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Refusal } from '../api/refusals.js';
import { useBilingual } from '../i18n/locale.js';
import { problemsOf } from './form-errors.js';
import { Notice } from './Notice.js';

/**
 * Shows a refusal inside a form: what it says of a field at the field, and the rest here. An error that stood on a name
 * without an input would never be cleared, and the form could not be sent again.
 */
export function FormRefusal({ refusal }: { refusal: Refusal | null }) {
  const bilingual = useBilingual();
  const { setError, clearErrors, getFieldState } = useFormContext();
  const [elsewhere, setElsewhere] = useState<string[]>([]);
  useEffect(() => {
    if (refusal === null) return;
    const isAtInput = (name: string) => getFieldState(name).error?.ref !== undefined;
    const unplaced: string[] = [];
    for (const { name, sentence } of problemsOf(refusal, bilingual)) {
      setError(name, { type: 'server', message: sentence });
      if (isAtInput(name)) continue;
      clearErrors(name);
      unplaced.push(sentence);
    }
    setElsewhere(unplaced);
    // Once for each refusal: in another language it is said anew by the next try.
  }, [refusal]);
  if (refusal === null) return null;
  const title = bilingual(refusal.message);
  const others = elsewhere.filter((sentence) => sentence !== title);
  return (
    <Box sx={{ my: 1 }}>
      <Notice tone="warning" title={title}>
        {others.map((sentence) => (
          <Typography key={sentence} variant="body2">
            {sentence}
          </Typography>
        ))}
      </Notice>
    </Box>
  );
}
