import { InputAdornment } from '@mui/material';
import { DateInput, SelectInput, TextInput } from 'react-admin';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { type FormTexts, formMessages } from '../../ui/form-messages.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { Fact, FactType } from '../measure/shapes.js';
import { isWellFormed } from './fact-values.js';

/** The field for one fact of a clause, of the kind that the fact's type needs. */
export function FactInput({ fact }: { fact: Fact }) {
  const bilingual = useBilingual();
  const form = useMessages(formMessages);
  const ui = useMessages(uiMessages);
  const label = bilingual(fact.label);
  const common = { source: `facts.${fact.name}`, label, validate: checkOf(fact, form), fullWidth: true };
  switch (fact.type) {
    case 'DATE':
      return <DateInput {...common} parse={(value: string) => value} />;
    case 'BOOLEAN':
      return (
        <SelectInput
          {...common}
          choices={[
            { id: 'true', name: ui.yes },
            { id: 'false', name: ui.no },
          ]}
        />
      );
    case 'CHOICE':
      return (
        <SelectInput
          {...common}
          choices={fact.values.map((choice) => ({ id: choice.value, name: bilingual(choice.label) }))}
        />
      );
    case 'MONEY':
      return <FigureInput {...common} unit={ui.yuan} />;
    case 'PERCENT':
      return <FigureInput {...common} unit="%" />;
    case 'INTEGER':
    case 'NUMBER':
      return <FigureInput {...common} unit={fact.unit ? bilingual(fact.unit) : ''} />;
  }
}

interface FigureInputProps {
  source: string;
  label: string;
  unit: string;
  validate: (value: unknown) => string | undefined;
}

/** A field for a figure with its unit. Grouping commas and blanks, as copied from a table, are dropped. */
export function FigureInput({ unit, ...input }: FigureInputProps) {
  return (
    <TextInput
      {...input}
      fullWidth
      parse={(text: string) => text.replace(/[,，\s]/g, '')}
      slotProps={{
        input: {
          inputMode: 'decimal',
          ...(unit === '' ? {} : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> }),
        },
      }}
    />
  );
}

const sentenceFor: Record<FactType, keyof FormTexts> = {
  MONEY: 'money',
  INTEGER: 'integer',
  NUMBER: 'number',
  PERCENT: 'percent',
  DATE: 'date',
  BOOLEAN: 'choose',
  CHOICE: 'choose',
};

function checkOf(fact: Fact, texts: FormTexts) {
  return (value: unknown) =>
    isWellFormed(fact, typeof value === 'string' ? value : '') ? undefined : texts[sentenceFor[fact.type]];
}
