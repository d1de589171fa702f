import { AutocompleteInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { type Offered, useDivisions } from './use-divisions.js';

interface DivisionInputProps {
  source: string;
  label: string;
  /** Offers only divisions under this one; null for all that the user's city has. */
  under: string | null;
  offered: Offered;
  validate?: (value: unknown) => string | undefined;
}

/** Chooses a division of GB/T 2260, or a zone, by name or code. */
export function DivisionInput({ source, label, under, offered, validate }: DivisionInputProps) {
  const held: unknown = useWatch({ name: source });
  const { choices, isPending } = useDivisions(under, offered, typeof held === 'string' ? held : null);
  return (
    <AutocompleteInput
      source={source}
      label={label}
      choices={[...choices]}
      isPending={isPending}
      fullWidth
      {...(validate ? { validate } : {})}
    />
  );
}
