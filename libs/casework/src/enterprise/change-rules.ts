import type { PlainDate } from '../common/plain-date.js';
import { proposalStanding } from '../common/proposal.js';
import { refusal, type Refusal } from '../common/refusal.js';
import type { Enterprise } from './enterprise.js';

/** Days within which a colleague agrees; then the proposal lapses of itself. */
export const CHANGE_DAYS_OPEN = 30;

/** One change, or correction of one, is under way at a time. */
export function openRefusal({ changes }: Enterprise, on: PlainDate): Refusal | null {
  if (!changes.some(({ proposal }) => proposalStanding(proposal, on) === 'open')) return null;
  return refusal('PROPOSAL_OPEN', {
    zh: '该企业已有待同意的变更，请先同意、否决或撤回。',
    en: 'A change of this enterprise is still open: agree to it, refuse it or take it back first.',
  });
}
