import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { Draft } from '../../drafts/drafts.js';
import { DraftOffer } from '../../drafts/DraftOffer.js';
import { useDraft } from '../../drafts/use-draft.js';
import { claimEntries } from './claim-entries.js';

export interface ClaimDraftName {
  form: string;
  about: string;
  /** Whether the form began with what was typed before. */
  isResumed?: boolean;
}

/** Inside the form of a claim: keeps all that it states as it is typed, and offers what was typed before. */
export function ClaimDraft({ form, about, isResumed = false }: ClaimDraftName) {
  const { reset } = useFormContext();
  const { isDirty } = useFormState();
  const values: Record<string, unknown> = useWatch();
  const { offered, settle, discard } = useDraft({ form, about, values, isTyped: isDirty, isResumed });
  const restore = (draft: Draft) => {
    reset(claimEntries.parse(draft.values), { keepDefaultValues: true });
    settle();
  };
  return <DraftOffer draft={offered} onRestore={restore} onDiscard={discard} />;
}
