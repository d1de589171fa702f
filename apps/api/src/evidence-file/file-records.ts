import { filesStream, foldFiles, parseClaimId, parseFileEvent } from '@duixian/casework';
import type { Records } from '../command/records.js';

/** The files of a claim; none for a text that is no claim's number. */
export async function filesOf(records: Records, claim: string): Promise<ReturnType<typeof foldFiles>> {
  return parseClaimId(claim) === null ? [] : records.fold(filesStream(claim), parseFileEvent, foldFiles);
}
