import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { Draft } from './drafts.js';
import { DraftOffer } from './DraftOffer.js';
import { useDraft } from './use-draft.js';

interface FormDraftProps {
  /** The form by name, and what it is about. */
  form: string;
  /** The entries that are kept. Bank accounts, contacts, passwords and codes never are. */
  fields: readonly string[];
}

/** Inside a form of react-hook-form: keeps what is typed into it, and offers what was typed before. */
export function FormDraft({ form, fields }: FormDraftProps) {
  const { setValue } = useFormContext();
  const { isDirty } = useFormState();
  const watched: unknown[] = useWatch({ name: [...fields] });
  const values = Object.fromEntries(fields.map((field, index) => [field, watched[index]]));
  const { offered, settle, discard } = useDraft({ form, values, isTyped: isDirty });
  const restore = (draft: Draft) => {
    for (const field of fields) {
      if (field in draft.values) setValue(field, draft.values[field], { shouldDirty: true });
    }
    settle();
  };
  return <DraftOffer draft={offered} onRestore={restore} onDiscard={discard} />;
}
