import type { Difference } from '@duixian/event-store';
import type { Verification } from './verifications.js';

const LENGTH_MAX = 300;
const NO_KEY =
  'The directory of all cities was not compared: here is no key of the installation (DUIXIAN_SECRET_KEY, or secret.key in ' +
  'the data directory).';

/** A difference as a person reads it, on one line. */
export function describeDifference({ check, tenant, position, subject, field, stored, computed }: Difference): string {
  const place = position === null ? '' : `, position ${position}`;
  return `${tenant}${place}: ${check} ${subject}, ${field}: stored ${shown(stored)}, computed ${shown(computed)}`;
}

/** What was verified, how far, and in which time; a line each. */
export function describeVerification({
  startedAt,
  finishedAt,
  heads,
  redone,
  hasDirectory,
  differences,
}: Verification): string[] {
  const seconds = ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(1);
  return [
    ...heads.map(
      ({ tenant, position, link, chainedLater }) =>
        `${tenant}: ${position} events, last link ${link}` +
        (chainedLater === null ? '' : `; up to ${chainedLater} chained when the database was migrated`),
    ),
    ...redone.map(
      ({ tenant, redone: count, withoutVersion }) =>
        `${tenant}: ${count} determinations redone` +
        (withoutVersion === 0 ? '' : `; ${withoutVersion} name versions of policies that are not to be found`),
    ),
    ...(hasDirectory ? [] : [NO_KEY]),
    ...differences.map((difference) => `DIFFERENCE  ${describeDifference(difference)}`),
    differences.length === 0
      ? `Logs, commands, streams, guards, entitlements, read tables, ${hasDirectory ? 'directory, ' : ''}determinations, draws, officials, credentials, sessions, personal data, security log and earlier verifications are as recorded (${seconds} s).`
      : `The record is not as it was recorded: ${differences.length} differences, the first of each kind (${seconds} s).`,
  ];
}

function shown(text: string | null): string {
  if (text === null) return 'nothing';
  return text.length <= LENGTH_MAX ? text : `${text.slice(0, LENGTH_MAX)}…`;
}
