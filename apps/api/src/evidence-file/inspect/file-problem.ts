import type { Bilingual } from '@duixian/policy';

/** Why a file is not taken: it itself, or the name that it came under. */
export class FileProblem extends Error {
  constructor(
    readonly field: 'content' | 'name' | 'sha256',
    readonly says: Bilingual,
  ) {
    super(says.en);
    this.name = 'FileProblem';
  }
}

/** @throws FileProblem */
export function refuse(zh: string, en: string, field: FileProblem['field'] = 'content'): never {
  throw new FileProblem(field, { zh, en });
}

const SHOWN_MAX = 60;

/** A name from inside of an archive, as it can be shown: it may hold anything. */
export function shownName(name: string): string {
  const seen = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return seen.length <= SHOWN_MAX ? seen : `${seen.slice(0, SHOWN_MAX)}…`;
}
