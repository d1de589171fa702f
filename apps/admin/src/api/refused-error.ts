import type { Locale } from '../i18n/locale.js';
import type { Refusal } from './refusals.js';

/**
 * A refusal on its way to a react-admin form, which shows `body.errors` at the fields they name and the message
 * where no field is meant.
 */
export class RefusedError extends Error {
  readonly status = 422;
  readonly body: { errors: Record<string, string> };

  constructor(refusal: Refusal, locale: Locale) {
    super(refusal.message[locale]);
    this.name = 'RefusedError';
    const problems = refusal.problems.map(({ field, message }): [string, string] => [field, message[locale]]);
    if (problems.length === 0 && refusal.field !== null) problems.push([refusal.field, refusal.message[locale]]);
    this.body = { errors: Object.fromEntries(problems) };
  }
}
