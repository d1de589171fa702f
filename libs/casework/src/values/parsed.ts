import type { Bilingual } from '@duixian/policy';

/** A value that was read, or a sentence that says what is wrong with it and what to do. */
export type Parsed<Value> = Read<Value> | Unreadable;

export interface Read<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Unreadable {
  readonly ok: false;
  readonly problem: Bilingual;
}

export function read<Value>(value: Value): Read<Value> {
  return { ok: true, value };
}

export function unreadable(zh: string, en: string): Unreadable {
  return { ok: false, problem: { zh, en } };
}
