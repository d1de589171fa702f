import type { CaseworkDecision } from '../casework-event.js';
import type { Command } from '../common/actor.js';
import { accepted, event } from '../common/decision.js';
import { policyStream } from '../common/streams.js';
import type { PolicyVersionEvent, VersionOccasion } from './policy-version-event.js';

/** The files of one version. */
export interface VersionFiles {
  /** The policy's id. */
  readonly id: string;
  readonly version: string;
  readonly yaml: string;
  readonly text: string;
}

/** The event that puts a version on record, whole. */
export function versionRecorded(
  command: Command,
  { id, version, yaml, text }: VersionFiles,
  occasion: VersionOccasion,
): Extract<PolicyVersionEvent, { type: 'PolicyVersionRecorded' }> {
  return event(command, 'PolicyVersionRecorded', { policy: id, version, occasion, yaml, text });
}

/** Versions of one policy that claims name, and how many claims do. */
export type NamedVersions = ReadonlyMap<string, number>;

/**
 * The installation puts on record which versions an earlier release named: those that the folder holds with their
 * content, of the others that they are not to be found. Beside one that is found stand the city's other documents: what
 * it decided may rest on their clauses.
 */
export function decideTakingStock(input: {
  readonly command: Command;
  /** By policy; at least one. */
  readonly named: ReadonlyMap<string, NamedVersions>;
  /** What the folder holds of a policy; null = nothing. */
  readonly found: (policy: string) => VersionFiles | null;
  /** Documents of the city that the folder holds and nothing on record names. */
  readonly beside: readonly VersionFiles[];
}): CaseworkDecision {
  const { command, named, found, beside } = input;
  const isFound = [...named].some(([policy, versions]) => versions.has(found(policy)?.version ?? ''));
  return accepted([
    ...[...named].map(([policy, versions]) => ({
      stream: policyStream(policy),
      events: [...versions].map(([version, claims]) => {
        const files = found(policy);
        return files?.version === version
          ? versionRecorded(command, files, 'named-on-record')
          : event(command, 'PolicyVersionMissed', { policy, version, claims });
      }),
    })),
    ...(isFound ? beside : []).map((files) => recordedBeside(command, files)),
  ]);
}

/** The installation puts on record a version that the folder holds, which something on record named before or nothing did. */
export function decideRecordingFound(input: {
  readonly command: Command;
  readonly files: VersionFiles;
  /** Whether it was named and not to be found. */
  readonly isMissed: boolean;
  /** Where it was: the city's documents of which nothing is on record. */
  readonly beside: readonly VersionFiles[];
}): CaseworkDecision {
  const { command, files, isMissed, beside } = input;
  const found = versionRecorded(command, files, isMissed ? 'named-on-record' : 'found-in-folder');
  return accepted([
    { stream: policyStream(files.id), events: [found] },
    ...beside.map((each) => recordedBeside(command, each)),
  ]);
}

function recordedBeside(command: Command, files: VersionFiles) {
  return { stream: policyStream(files.id), events: [versionRecorded(command, files, 'named-on-record')] };
}
