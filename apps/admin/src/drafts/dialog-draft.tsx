import { useState } from 'react';
import { type Draft } from './drafts.js';
import { DraftOffer } from './DraftOffer.js';
import { useDraft, useDrafts } from './use-draft.js';

/** What a dialog says of the texts that it asks for. */
export interface DialogDraft {
  /** The dialog by name, and what it is about: `claim/350500-2025-G05CP7ZA/RETURN`. */
  form: string;
  /** What is typed, by field. Bank accounts, contacts, passwords and codes are left out. */
  texts: Readonly<Record<string, string>>;
  onRestore: (texts: Record<string, string>) => void;
}

/** Of a dialog that asks for a reason, beside what is chosen. */
export function reasonDraft(form: string, reason: string, setReason: (reason: string) => void): DialogDraft {
  return { form, texts: { reason }, onRestore: (texts) => setReason(texts.reason ?? '') };
}

export interface KeptDialog {
  offered: Draft | null;
  restore: (draft: Draft) => void;
  discard: () => void;
  /** It took effect: nothing is kept any more. */
  sent: () => void;
}

/** Keeps the texts of a dialog until they are sent, also where it is closed without. */
export function useDialogDraft(draft: DialogDraft | undefined): KeptDialog {
  const drafts = useDrafts();
  const texts = draft?.texts ?? {};
  const contents = JSON.stringify(texts);
  const [initial] = useState(contents);
  const { offered, settle, discard } = useDraft({
    form: draft?.form ?? null,
    values: texts,
    isTyped: contents !== initial,
  });
  return {
    offered,
    restore: ({ values }) => {
      const known = Object.keys(texts).flatMap((field) => {
        const text = values[field];
        return typeof text === 'string' ? [[field, text] as const] : [];
      });
      draft?.onRestore(Object.fromEntries(known));
      settle();
    },
    discard,
    sent: () => draft && drafts?.discard(draft.form),
  };
}

export function DialogDraftOffer({ kept }: { kept: KeptDialog }) {
  return <DraftOffer draft={kept.offered} onRestore={kept.restore} onDiscard={kept.discard} />;
}
