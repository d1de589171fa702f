import { jsonObjectSchema, plainDateSchema, type JsonObject, type JsonValue } from '@duixian/casework';
import type { Upcasters } from '@duixian/event-store';
import { z } from 'zod';

const MS_PER_DAY = 86_400_000;
const publishedSchema = z.object({ from: plainDateSchema, until: plainDateSchema });

/**
 * How events of older schema versions are read in their newest shape. Until version 2 an instruction named neither the
 * account nor its attempt, and a bank's return not its day; until version 3 a second one not the enterprise's name. Until
 * version 2 a claim knew of an invoice no more than a number, which stays as it was typed; and a document did not know
 * what the claim asks for, which that claim's own record says; nor did a review say a word of subjects named almost alike, or a
 * publicity of the rule for its length; and an account was shut in an office that nobody noted; nor did a grant say
 * whose gain it is, which was the enterprise's; and a return was one text.
 */
export const UPCASTERS: Upcasters = {
  AccountDisabled: { 1: (data) => ({ ...data, shutAs: null }) },
  AccountEnabled: { 1: (data) => ({ ...data, alone: false }) },
  ClaimSubmitted: { 1: withBareNumbers },
  ClaimResubmitted: { 1: withBareNumbers },
  ClaimReturned: { 1: (data) => ({ ...data, items: [], due: null, lateReason: null }) },
  ClaimReviewed: { 1: (data) => ({ ...data, distinction: null }) },
  DeterminationPublicised: { 1: withCalendarDays },
  EvidenceClaimed: { 1: (data) => ({ ...data, matter: null, parties: null }) },
  GrantReserved: { 1: (data) => ({ ...data, payee: 'enterprise' }) },
  PaymentInstructed: { 1: (data) => ({ ...data, account: null, attempt: 1 }) },
  PaymentReinstructed: {
    1: (data) => ({ ...data, account: null, attempt: null }),
    2: (data) => ({ ...data, payee: null }),
  },
  PaymentReturned: { 1: (data) => ({ ...data, returnedOn: null }) },
};

/** What was recorded of an invoice: its number. */
function withoutDetails(document: JsonValue): JsonValue {
  const { success, data } = jsonObjectSchema.safeParse(document);
  return success ? { invoice: null, party: null, ...data } : document;
}

/** Finance stated the days of the calendar, and no rule was looked at. */
function withCalendarDays(data: JsonObject): JsonObject {
  const { from, until } = publishedSchema.parse(data);
  return { ...data, days: (Date.parse(until) - Date.parse(from)) / MS_PER_DAY, unit: 'days', least: null };
}

function withBareNumbers(data: JsonObject): JsonObject {
  const { evidence } = data;
  if (!Array.isArray(evidence)) return data;
  return { ...data, evidence: evidence.map(withoutDetails) };
}
