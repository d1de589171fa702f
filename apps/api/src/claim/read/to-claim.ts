import { fen, type Fen } from '@duixian/money';
import type { ClaimRow } from '../read-model/claim-row.js';
import { Claim, type Publicity } from './claim.type.js';

/** A claim as GraphQL shows it; what takes further queries is left to its resolver. */
export function toClaim(row: ClaimRow): Claim {
  return Object.assign(new Claim(), {
    id: row.id,
    status: row.status,
    policyVersion: row.policy_version,
    year: row.year,
    occurredOn: row.occurred_on,
    subject: row.subject,
    requestedAmount: amount(row.requested),
    agreedAmount: row.agreed === null ? null : amount(row.agreed),
    determinedAmount: row.determined === null ? null : amount(row.determined),
    paidAmount: amount(row.paid),
    held: row.held,
    submittedOn: row.submitted_on,
    updatedAt: row.updated_at,
    publicity: publicityOf(row),
    answerBy: row.answer_by,
    row,
  });
}

function amount(text: string): Fen {
  return fen(BigInt(text));
}

function publicityOf({ publicity_from: from, publicity_until: until }: ClaimRow): Publicity | null {
  return from === null || until === null ? null : { from, until };
}
