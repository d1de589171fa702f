import type { InputOf } from '../api/graphql.js';

export interface ContactEntries {
  name: string;
  phone: string;
  email: string;
}

/** The contact as typed, or null while name or telephone are missing. */
export function contactInput({ name, phone, email }: ContactEntries): InputOf<'ContactInput'> | null {
  if (name.trim() === '' || phone.trim() === '') return null;
  return { name: name.trim(), phone: phone.trim(), email: orNull(email) };
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
