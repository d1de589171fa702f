import { useState } from 'react';
import { useCommands } from '../api/use-command.js';
import type { Refusal } from '../api/refusals.js';
import { base64Of } from '../recognitions/base64-of.js';
import { proposeRegisterEdition, readRegisterRows } from './documents.js';
import type { SplitFile } from './split-file.js';

interface Reading {
  /** Sends the parts of a file from one on, then proposes the edition: true once that is on record. */
  readonly read: (register: string, edition: string, file: SplitFile, from: number) => Promise<boolean>;
  /** Which part is on its way, from 1; null while nothing is. */
  readonly part: number | null;
  readonly refusal: Refusal | null;
}

/** Reads the file of an edition part by part; what is on record already is not sent again. */
export function useReading(): Reading {
  const { send } = useCommands();
  const [part, setPart] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read: Reading['read'] = async (register, edition, file, from) => {
    setRefusal(null);
    try {
      for (const [index, { text }] of [...file.parts.entries()].slice(from)) {
        setPart(index + 1);
        const content = base64Of(new TextEncoder().encode(text).buffer);
        const input = { register, edition, part: index + 1, file: { name: file.name, content } };
        const outcome = await send(readRegisterRows, input);
        if (outcome === null) return false;
        if (!outcome.done) {
          setRefusal(outcome.refusal);
          return false;
        }
      }
      const proposed = await send(proposeRegisterEdition, { register, edition });
      if (proposed !== null && !proposed.done) setRefusal(proposed.refusal);
      return proposed?.done === true;
    } finally {
      setPart(null);
    }
  };
  return { read, part, refusal };
}
