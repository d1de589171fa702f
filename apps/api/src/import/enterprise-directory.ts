import type { PlainDate } from '@duixian/casework';
import type { EnterpriseFiles } from './read-enterprises.js';

/** Where the enterprises of a folder belonged on a day, so that a row finds its office. */
export class EnterpriseDirectory {
  constructor(private readonly files: EnterpriseFiles) {}

  /** Null for an enterprise that the folder does not list. */
  divisionOn(uscc: string, day: PlainDate): string | null {
    const first = this.files.enterprises.find((row) => row.uscc === uscc)?.division;
    const moves = this.files.moves.filter((row) => row.uscc === uscc && row.movedOn <= day);
    return moves.at(-1)?.division ?? first ?? null;
  }
}
