import { Autocomplete, TextField } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import type { MeasureChoice } from '../../policies/documents.js';
import { useClaimableMeasures } from '../use-claimable-measures.js';
import { claimFormMessages } from './messages.js';

interface MeasurePickerProps {
  value: MeasureChoice | null;
  onChange: (measure: MeasureChoice | null) => void;
}

/** Chooses among the payable clauses, by document. */
export function MeasurePicker({ value, onChange }: MeasurePickerProps) {
  const texts = useMessages(claimFormMessages);
  const bilingual = useBilingual();
  const { measures, isPending } = useClaimableMeasures();
  return (
    <Autocomplete
      value={value}
      onChange={(_, measure) => onChange(measure)}
      options={measures}
      loading={isPending}
      groupBy={(measure) => `${measure.policy.documentNumber} ${bilingual(measure.policy.title)}`}
      getOptionKey={(measure) => measure.id}
      getOptionLabel={(measure) => `${measure.clauseId} ${bilingual(measure.title)}`}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderInput={(input) => (
        <TextField {...input} label={texts.measure} helperText={value ? bilingual(value.policy.title) : ' '} />
      )}
    />
  );
}
