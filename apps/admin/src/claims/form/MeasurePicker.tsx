import { Autocomplete, TextField } from '@mui/material';
import type { Division } from '../../api/fragments.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import type { MeasureChoice } from '../../policies/documents.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { useClaimableMeasures } from '../use-claimable-measures.js';
import { claimFormMessages } from './messages.js';

interface MeasurePickerProps {
  value: MeasureChoice | null;
  /** Where the enterprise belongs; null while none is chosen. */
  division: Division | null;
  onChange: (measure: MeasureChoice | null) => void;
}

/**
 * Chooses among the payable clauses, by document. Documents that do not extend to the enterprise's division come last,
 * marked with why: a matter of the days before it moved can still be claimed under them.
 */
export function MeasurePicker({ value, division, onChange }: MeasurePickerProps) {
  const texts = useMessages(claimFormMessages);
  const { aside } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const { measures, isPending } = useClaimableMeasures();
  const groupOf = ({ policy }: MeasureChoice) => {
    const document = `${policy.documentNumber ?? ''} ${bilingual(policy.title)}`.trimStart();
    return extendsTo(policy, division) ? document : aside(document, texts.doesNotApply(division?.name ?? ''));
  };
  const nameOf = ({ clauseId, title, claimedUntil }: MeasureChoice) => {
    const name = `${clauseId} ${bilingual(title)}`;
    return claimedUntil === null ? name : aside(name, texts.claimedUntil(claimedUntil));
  };
  return (
    <Autocomplete
      value={value}
      onChange={(_, measure) => onChange(measure)}
      options={inOrder(measures, division)}
      loading={isPending}
      groupBy={groupOf}
      getOptionKey={(measure) => measure.id}
      getOptionLabel={nameOf}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderInput={(input) => <TextField {...input} label={texts.measure} helperText={value ? groupOf(value) : ' '} />}
    />
  );
}

function inOrder(measures: MeasureChoice[], division: Division | null): MeasureChoice[] {
  const fit = measures.filter(({ policy }) => extendsTo(policy, division));
  return [...fit, ...measures.filter((measure) => !fit.includes(measure))];
}

/** A city's document extends to all its divisions, a county's to its own. */
function extendsTo(policy: MeasureChoice['policy'], division: Division | null): boolean {
  return division === null || division.code.startsWith(policy.division.code.replace(/00$/, ''));
}
