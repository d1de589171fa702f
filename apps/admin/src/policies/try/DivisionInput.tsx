import { AutocompleteInput } from 'react-admin';
import { useDocument } from '../../api/use-document.js';
import { divisionsDocument } from '../documents.js';

interface DivisionInputProps {
  source: string;
  label: string;
  /** Offers only divisions under this one; null for all that the user's city has. */
  under: string | null;
  validate?: (value: unknown) => string | undefined;
}

const dayMs = 86_400_000;

/** Chooses a division of GB/T 2260 by name or code. */
export function DivisionInput({ source, label, under, validate }: DivisionInputProps) {
  const query = useDocument(divisionsDocument, { under }, { staleTimeMs: dayMs });
  const choices = (query.data?.divisions ?? []).map((division) => ({
    id: division.code,
    name: `${division.name} ${division.code}`,
  }));
  return (
    <AutocompleteInput
      source={source}
      label={label}
      choices={choices}
      isPending={query.isPending}
      fullWidth
      {...(validate ? { validate } : {})}
    />
  );
}
