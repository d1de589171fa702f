import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { CommandIds } from '../api/command-id.js';
import { useCommands } from '../api/use-command.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { attachFile, type Paper } from './documents.js';
import { fileMessages } from './messages.js';
import { cancelUpload, FileRefused, type Progress, sendFile } from './send-file.js';

/** What a file is attached as. */
export interface AttachedAs {
  proves: readonly Paper[];
  supersedes: string | null;
  reason: string | null;
}

/** A file on its way, as its sender sees it. */
export interface Sent {
  key: number;
  file: File;
  as: AttachedAs;
  /** Null once it stands still: `problem` says why. */
  progress: Progress | null;
  problem: string | null;
  /** Whether it can go on from where it is. */
  canGoOn: boolean;
}

export interface SendingFiles {
  sent: readonly Sent[];
  begin: (files: readonly File[], as: AttachedAs) => void;
  goOn: (sent: Sent) => void;
  cancel: (sent: Sent) => void;
}

/** How far one has come. */
interface Way {
  stop: AbortController;
  /** Of its own: a file whose answer got lost is never taken for the next one. */
  ids: CommandIds;
  upload: string | null;
  /** The same, once all of it has come, so that only its record is left. */
  whole: string | null;
}

/** Sends files one after the other and attaches each; one that stands still can go on or be cancelled. */
export function useSending(claim: string): SendingFiles {
  const texts = useMessages(fileMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send } = useCommands();
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const ways = useRef(new Map<number, Way>());
  const keys = useRef(0);
  const turn = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    const { current } = ways;
    return () => current.forEach(({ stop }) => stop.abort());
  }, []);

  const change = (key: number, to: Partial<Sent>) =>
    setSent((all) => all.map((each) => (each.key === key ? { ...each, ...to } : each)));
  const forget = (key: number) => setSent((all) => all.filter((each) => each.key !== key));

  const run = async ({ key, file, as }: Sent) => {
    const way = ways.current.get(key);
    if (way === undefined) return;
    change(key, { progress: { at: 'checking' }, problem: null });
    try {
      way.whole ??= await sendFile({
        claim,
        file,
        upload: way.upload,
        onBegun: (id) => {
          way.upload = id;
        },
        onProgress: (progress) => change(key, { progress }),
        signal: way.stop.signal,
      });
      const outcome = await send(attachFile, { claim, upload: way.whole, ...as, proves: [...as.proves] }, way.ids);
      if (outcome?.done === true) {
        notify(texts.attached(file.name), { type: 'success' });
        forget(key);
      } else {
        const problem = outcome === null ? texts.unreachable : bilingual(outcome.refusal.message);
        change(key, { progress: null, problem, canGoOn: outcome === null });
      }
    } catch (error) {
      if (way.stop.signal.aborted) return;
      const isRefused = error instanceof FileRefused;
      const canGoOn = !isRefused || error.code === 'UNAUTHENTICATED' || error.code === 'TOO_MANY_REQUESTS';
      change(key, { progress: null, problem: isRefused ? bilingual(error.says) : texts.unreachable, canGoOn });
    }
  };

  const inTurn = (each: Sent) => {
    turn.current = turn.current.then(() => run(each));
  };

  return {
    sent,
    begin: (files: readonly File[], as: AttachedAs) => {
      const fresh = files.map((file): Sent => {
        keys.current += 1;
        const way = { stop: new AbortController(), ids: new CommandIds(), upload: null, whole: null };
        ways.current.set(keys.current, way);
        return { key: keys.current, file, as, progress: null, problem: null, canGoOn: false };
      });
      setSent((all) => [...all, ...fresh]);
      fresh.forEach(inTurn);
    },
    goOn: inTurn,
    cancel: ({ key }: Sent) => {
      const way = ways.current.get(key);
      ways.current.delete(key);
      way?.stop.abort();
      if (way?.upload != null) void cancelUpload(way.upload);
      forget(key);
    },
  };
}
