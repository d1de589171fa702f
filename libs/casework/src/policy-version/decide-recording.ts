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
 * content, of the others that they are not to be found.
 */
export function decideTakingStock(input: {
  readonly command: Command;
  /** By policy; at least one. */
  readonly named: ReadonlyMap<string, NamedVersions>;
  /** What the folder holds of a policy; null = nothing. */
  readonly found: (policy: string) => VersionFiles | null;
}): CaseworkDecision {
  const { command, named, found } = input;
  return accepted(
    [...named].map(([policy, versions]) => ({
      stream: policyStream(policy),
      events: [...versions].map(([version, claims]) => {
        const files = found(policy);
        return files?.version === version
          ? versionRecorded(command, files, 'named-on-record')
          : event(command, 'PolicyVersionMissed', { policy, version, claims });
      }),
    })),
  );
}
