import { DateInput, SelectInput } from 'react-admin';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { type FormTexts, formMessages } from '../../ui/form-messages.js';
import { MoneyInput } from '../../ui/MoneyInput.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { FactType } from '../../api/schema/enums.generated.js';
import type { Fact } from '../measure/fragments.js';
import { isWellFormed } from './fact-values.js';
import { FigureInput } from './FigureInput.js';

/** The field for one fact of a clause, of the kind that the fact's type needs. */
export function FactInput({ fact }: { fact: Fact }) {
  const bilingual = useBilingual();
  const form = useMessages(formMessages);
  const ui = useMessages(uiMessages);
  const label = bilingual(fact.label);
  const common = {
    source: `facts.${fact.name}`,
    label,
    validate: checkOf(fact, form),
    fullWidth: true,
    isRequired: true,
  };
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
      return <MoneyInput source={common.source} label={label} />;
    case 'PERCENT':
      return <FigureInput {...common} unit="%" />;
    case 'INTEGER':
    case 'NUMBER':
      return <FigureInput {...common} unit={fact.unit ? bilingual(fact.unit) : ''} />;
  }
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
