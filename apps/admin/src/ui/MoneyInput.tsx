import { useFormContext, useWatch } from 'react-hook-form';
import { useMessages } from '../i18n/messages.js';
import { FigureInput } from '../policies/try/FigureInput.js';
import { formMessages } from './form-messages.js';
import { grouped } from './money.js';
import { readYuan } from './read-yuan.js';
import { uiMessages } from './ui-messages.js';

interface MoneyInputProps {
  source: string;
  label: string;
}

/** A field for yuan. What is typed as 120万 is shown back as 1,200,000.00, and written so when the field is left. */
export function MoneyInput({ source, label }: MoneyInputProps) {
  const { money } = useMessages(formMessages);
  const { yuan: unit } = useMessages(uiMessages);
  const { setValue } = useFormContext();
  const typed: unknown = useWatch({ name: source });
  const yuan = typeof typed === 'string' ? readYuan(typed) : null;
  return (
    <FigureInput
      source={source}
      label={label}
      unit={unit}
      helperText={yuan === null ? false : `${grouped(yuan)} ${unit}`}
      onBlur={() => {
        if (yuan !== null && /[万亿元]/.test(String(typed))) setValue(source, yuan, { shouldValidate: true });
      }}
      validate={(value) => (typeof value === 'string' && readYuan(value) !== null ? undefined : money)}
    />
  );
}
