import type { Bilingual } from '@duixian/policy';
import type { Command } from '../common/actor.js';
import type { StatedRow } from './check-rows.js';
import type { EditionSource } from './register-event.js';

interface OfRegister extends Command {
  /** Id, as the city's file has it. */
  readonly register: string;
}

export interface OpenRegisterEdition extends OfRegister {
  readonly source: EditionSource;
  readonly file: { readonly name: string; readonly sha256: string };
}

export interface OfEdition extends OfRegister {
  /** Id of the edition. */
  readonly edition: string;
}

/** One part of the file of an edition. */
export interface ReadRegisterRows extends OfEdition {
  /** From 1. */
  readonly part: number;
  readonly sha256: string;
  readonly rows: readonly StatedRow[];
  /** Lines that could not be read as rows at all. */
  readonly unread: number;
  /** What is wrong with the part as a whole. */
  readonly faults: readonly Bilingual[];
}

export type ProposeRegisterEdition = OfEdition;

export interface AnswerRegisterEdition extends OfEdition {
  readonly answer:
    { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };
}

export interface ClearExclusion extends OfEdition {
  readonly row: number;
  readonly uscc: string;
  /** One of the register's. */
  readonly ground: string;
  readonly reason: string;
}
