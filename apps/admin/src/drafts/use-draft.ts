import { useEffect, useMemo, useRef, useState } from 'react';
import { useUser } from '../auth/use-user.js';
import { type Draft, Drafts } from './drafts.js';

/** The drafts of who is signed in; null while that is not known. */
export function useDrafts(): Drafts | null {
  const id = useUser()?.id;
  return useMemo(() => (id === undefined ? null : new Drafts(window.localStorage, id)), [id]);
}

export interface DraftState {
  /** What was typed into this form before, and not sent: to be offered. */
  offered: Draft | null;
  /** It is in the form again. */
  settle: () => void;
  /** It is not wanted; what was typed since then stays. */
  discard: () => void;
}

interface Typed {
  /** Null where nothing of the form is kept. */
  form: string | null;
  /** What is kept of it. */
  values: Record<string, unknown>;
  /** Whether somebody typed, beside what the form began with. */
  isTyped: boolean;
  about?: string;
  /** Whether the form began with what was typed before: then it is not offered. */
  isResumed?: boolean;
}

/** Keeps what is typed into a form as it is typed, and offers what was there before. */
export function useDraft({ form, values, isTyped, about = '', isResumed = false }: Typed): DraftState {
  const drafts = useDrafts();
  const [before, setBefore] = useState(() => (form === null ? null : (drafts?.read(form) ?? null)));
  const hasWritten = useRef(false);
  const contents = JSON.stringify(values);
  useEffect(() => {
    if (form === null || drafts === null || (!isTyped && !hasWritten.current)) return;
    if (isTyped) drafts.write(form, { writtenAt: new Date().toISOString(), about, values });
    else if (before === null) drafts.discard(form);
    else drafts.write(form, before);
    hasWritten.current = isTyped;
    // The contents are the values; what was there before is written again only where what was typed is taken back.
  }, [drafts, form, about, contents, isTyped]);
  return {
    offered: isResumed ? null : before,
    settle: () => setBefore(null),
    discard: () => {
      setBefore(null);
      if (form !== null && !isTyped) drafts?.discard(form);
    },
  };
}
