import { useDivisions } from './use-divisions.js';

/** What the divisions of the user's city are called, those of the past too, by their codes: name and code. */
export function useDivisionWords(): Readonly<Record<string, string>> {
  const { choices } = useDivisions(null, 'ever');
  return Object.fromEntries(choices.map(({ id, name }) => [id, name]));
}
