import type { Outcome } from '../../api/refusals.js';
import type { Commands } from '../../api/use-command.js';
import {
  type ChangedClaim,
  acceptClaim,
  determineClaim,
  instructPayments,
  publiciseClaim,
  rejectClaim,
  returnClaim,
  reviewClaim,
  withdrawClaim,
} from '../documents.js';
import type { ClaimActionName } from '../../api/schema/enums.generated.js';
import type { Claim } from '../fragments.js';

/** The actions that a dialog asks for; resubmitting has a form of its own. */
export type DialogAction = Exclude<ClaimActionName, 'RESUBMIT'>;

/** What the dialog was filled in with, as text. */
export interface ActionEntries {
  reason: string;
  opinion: string;
  agreedAmount: string;
  days: string;
  /** Why claims of almost the same subject are other matters. */
  distinction: string;
}

export type ActionField = keyof ActionEntries;

/** Which entries an action takes. */
export function fieldsOf(action: DialogAction, needsProposedAmount: boolean, hasNear: boolean): ActionField[] {
  switch (action) {
    case 'RETURN':
    case 'REJECT':
    case 'WITHDRAW':
      return ['reason'];
    case 'REVIEW':
      return [
        ...(needsProposedAmount ? (['agreedAmount'] as const) : []),
        'opinion',
        ...(hasNear ? (['distinction'] as const) : []),
      ];
    case 'PUBLICISE':
      return ['days'];
    case 'ACCEPT':
    case 'DETERMINE':
    case 'INSTRUCT':
      return [];
  }
}

export function perform(
  send: Commands['send'],
  action: DialogAction,
  { id: claim, nearSubjects }: Claim,
  entries: ActionEntries,
  needsProposedAmount: boolean,
): Promise<Outcome<ChangedClaim> | null> {
  const { reason, opinion, agreedAmount, days, distinction } = entries;
  const claims = nearSubjects.map(({ id }) => id);
  switch (action) {
    case 'ACCEPT':
      return send(acceptClaim, { claim });
    case 'RETURN':
      return send(returnClaim, { claim, reason });
    case 'REVIEW':
      return send(reviewClaim, {
        claim,
        opinion,
        agreedAmount: needsProposedAmount ? agreedAmount : null,
        distinction: claims.length === 0 ? null : { claims, reason: distinction },
      });
    case 'REJECT':
      return send(rejectClaim, { claim, reason });
    case 'WITHDRAW':
      return send(withdrawClaim, { claim, reason });
    case 'DETERMINE':
      return send(determineClaim, { claim });
    case 'PUBLICISE':
      return send(publiciseClaim, { claim, days: Number(days) });
    case 'INSTRUCT':
      return send(instructPayments, { claim });
  }
}
