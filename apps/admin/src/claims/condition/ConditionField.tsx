import {
  Box,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useMessages } from '../../i18n/messages.js';
import { type ConditionAnswer, MET_CHOICES } from './condition-answers.js';
import type { ClaimCondition } from './documents.js';
import { conditionMessages } from './messages.js';

interface ConditionFieldProps {
  condition: ClaimCondition;
  /** Which of how many, counted from 1. */
  place: number;
  of: number;
  answer: ConditionAnswer;
  problems: { met: string | undefined; how: string | undefined };
  onChange: (answer: ConditionAnswer) => void;
}

/** One condition as its office wrote it, whether it is met, and in what way. */
export function ConditionField({ condition, place, of, answer, problems, onChange }: ConditionFieldProps) {
  const texts = useMessages(conditionMessages);
  const id = useId();
  const { text, by, department, on } = condition;
  return (
    <Box
      component="fieldset"
      aria-describedby={id}
      sx={{ m: 0, mt: 1.5, px: 1.5, pb: 1.5, minWidth: 0, border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Typography component="legend" variant="body2" sx={{ px: 0.5, fontWeight: 650 }}>
        {texts.answer(place, of)}
      </Typography>
      <Box id={id}>
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {texts.said(department === null ? by : `${department} ${by}`, on)}
        </Typography>
      </Box>
      <FormControl error={problems.met !== undefined} sx={{ display: 'flex', mt: 1 }}>
        <FormLabel sx={{ fontSize: '0.875rem' }} id={`${id}-met`}>
          {texts.isMet}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby={`${id}-met`}
          value={answer.met}
          onChange={(_, chosen) => onChange({ ...answer, met: MET_CHOICES.find((each) => each === chosen) ?? null })}
        >
          {MET_CHOICES.map((choice) => (
            <FormControlLabel
              key={choice}
              value={choice}
              control={<Radio size="small" autoFocus={place === 1 && choice === 'MET'} />}
              label={texts.choices[choice]}
            />
          ))}
        </RadioGroup>
        {problems.met !== undefined && <FormHelperText sx={{ mx: 0 }}>{problems.met}</FormHelperText>}
      </FormControl>
      <TextField
        label={texts.how}
        value={answer.how}
        onChange={(event) => onChange({ ...answer, how: event.target.value })}
        error={problems.how !== undefined}
        helperText={problems.how ?? texts.howHint}
        multiline
        minRows={2}
        fullWidth
        margin="dense"
      />
    </Box>
  );
}
