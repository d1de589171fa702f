import type { Bilingual } from '../api/fragments.js';
import type { Locale } from './locale.js';

/** A value inside as the API names it: `in-force` is `IN_FORCE`. */
type ApiName<Value extends string> = Value extends `${infer First}-${infer Rest}`
  ? `${Uppercase<First>}_${ApiName<Rest>}`
  : Uppercase<Value>;

/** The words of a closed set in one language, by the names that the API has for its values. */
export function namesIn<Value extends string>(
  locale: Locale,
  names: Readonly<Record<Value, Bilingual>>,
): Record<ApiName<Value>, string>;
export function namesIn(locale: Locale, names: Readonly<Record<string, Bilingual>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([value, words]) => [value.replace(/-/g, '_').toUpperCase(), capital(words[locale])]),
  );
}

/** As a button or a heading begins. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
