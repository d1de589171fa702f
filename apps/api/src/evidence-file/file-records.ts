import { filesStream, foldFiles, parseClaimId, parseFileEvent, type FileEvent } from '@duixian/casework';
import type { Records } from '../command/records.js';

/** What happened to the files of a claim; nothing for a text that is no claim's number. */
export async function fileEventsOf(records: Records, claim: string): Promise<readonly FileEvent[]> {
  return parseClaimId(claim) === null ? [] : records.fold(filesStream(claim), parseFileEvent, (events) => events);
}

/** The files of a claim; none for a text that is no claim's number. */
export async function filesOf(records: Records, claim: string): Promise<ReturnType<typeof foldFiles>> {
  return foldFiles(await fileEventsOf(records, claim));
}
