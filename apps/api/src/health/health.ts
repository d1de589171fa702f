import type { FollowerPulse, FollowState, Heartbeat, TenantState } from '@duixian/event-store';
import type { Wait } from '../database/waits.js';
import type { Role } from '../config/config.js';
import type { Verification } from '../verification/verifications.js';

/** A follower that has said nothing for so long is taken for dead. */
const SILENT_SECONDS_MAX = 15;
/** A follower that lives and is further behind than this is no longer catching up. */
const WAITING_SECONDS_MAX = 60;
/** A batch that takes longer than this stands still. */
const BUSY_SECONDS_MAX = 120;

/** Who waits longer than this for what others hold waits for somebody who forgot it. */
const WAIT_SECONDS_MAX = 3;

/** One city's read tables against its log. */
export interface CityHealth {
  readonly city: string;
  /** Position of the last event of the log. */
  readonly head: number;
  /** Position up to which the tables hold it. */
  readonly position: number;
  readonly eventsBehind: number;
  /** Since the oldest event was recorded that the tables do not hold yet. */
  readonly secondsBehind: number;
  /** Streams that the tables could not go on with. */
  readonly setAside: number;
  /** The process that has its batch in hand, and how long it has been silent; null when none has. */
  readonly heldBy: { readonly process: string; readonly since: string; readonly silentSeconds: number } | null;
}

/** `ready`: all is well; `degraded`: requests are served, and somebody should look; `failing`: answered with 503. */
export interface Health {
  readonly status: 'ready' | 'degraded' | 'failing';
  /** Sentences for whoever runs it; none when all is well. */
  readonly problems: readonly string[];
  readonly cities: readonly CityHealth[];
  readonly followers: readonly {
    readonly process: string;
    readonly version: number;
    readonly silentSeconds: number;
  }[];
  /** Who waits in the database, for what, and who holds it: the longest first. */
  readonly waits: readonly Wait[];
  /** When the record was last verified, and what was found; null before the first time. */
  readonly verification: {
    /** ISO 8601, UTC. */
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly differences: number;
  } | null;
  /** Since when it is being verified, ISO 8601; null: it is not. */
  readonly verifyingSince: string | null;
  /** A build of the tables that is under way, in events of all cities. */
  readonly build: { readonly version: number; readonly handled: number; readonly total: number } | null;
}

/** Judges by the head of the log, so that a follower that is dead never looks caught up. */
export function toHealth(state: FollowState, role: Role, pulse: FollowerPulse, waits: readonly Wait[]): Health {
  const cities = state.tenants.map((tenant) => cityHealth(tenant, state.followers));
  const own = role === 'api' ? [] : ownProblems(pulse);
  const shared = [
    ...followerProblems(state, pulse.version),
    ...cities.flatMap(cityProblems),
    ...waits.flatMap(waitProblems),
  ];
  return {
    status: own.length > 0 || state.version === null ? 'failing' : shared.length > 0 ? 'degraded' : 'ready',
    problems: [...own, ...shared],
    cities,
    followers: state.followers.map((follower) => ({
      process: nameOf(follower),
      version: follower.version,
      silentSeconds: Math.round(follower.ageSeconds),
    })),
    waits,
    verification: null,
    verifyingSince: null,
    build: state.build,
  };
}

/** Nothing can be recorded where there is no room: `failing`, though every list can still be answered. */
export function withRoom(health: Health, problem: string | null): Health {
  if (problem === null) return health;
  return { ...health, status: 'failing', problems: [problem, ...health.problems] };
}

/** Who was refused goes away, and the next may be refused as well, though nobody waits at this moment. */
export function withBusy(health: Health, isBusy: boolean): Health {
  if (!isBusy) return health;
  const problem =
    'Requests were just given up, since they had waited too long for their turn or for what somebody else holds: look at ' +
    'who holds it under "waits" while somebody waits, or in pg_stat_activity.';
  return {
    ...health,
    status: health.status === 'ready' ? 'degraded' : health.status,
    problems: [...health.problems, problem],
  };
}

/** A process whose clock differs takes no steps, so that it cannot do what it is there for. */
export function withClock(health: Health, differsBySeconds: number | null): Health {
  if (differsBySeconds === null) return health;
  const problem =
    `The clock of this process differs from the database's by ${differsBySeconds} s, so that it takes no steps: ` +
    'synchronise the machines (NTP).';
  return { ...health, status: 'failing', problems: [problem, ...health.problems] };
}

/** A record that is not as it was recorded, or that nobody looks at any more, is everybody's matter, though it is served. */
export function withVerification(health: Health, { last, since, now }: Verifications): Health {
  const problems = last === null ? [] : verificationProblems(last, since, now);
  return {
    ...health,
    status: health.status === 'ready' && problems.length > 0 ? 'degraded' : health.status,
    problems: [...health.problems, ...problems],
    verification:
      last === null
        ? null
        : { startedAt: last.startedAt, finishedAt: last.finishedAt, differences: last.differences.length },
    verifyingSince: since,
  };
}

/** The last verification that ended, and since when another is under way. */
export interface Verifications {
  readonly last: Verification | null;
  readonly since: string | null;
  readonly now: Date;
}

/** Two nights without one are no accident. */
const UNVERIFIED_HOURS_MAX = 50;

function verificationProblems(last: Verification, since: string | null, now: Date): string[] {
  const problems: string[] = [];
  if (last.differences.length > 0) {
    const cities = [...new Set(last.differences.map(({ tenant }) => tenant || 'no city'))].join(', ');
    problems.push(
      `The verification of ${last.startedAt} found that the record was changed (${cities}): run "duixian verify".`,
    );
  }
  const hours = (now.getTime() - Date.parse(last.startedAt)) / 3_600_000;
  if (since === null && hours > UNVERIFIED_HOURS_MAX) {
    problems.push(`The record was last verified on ${last.startedAt}: start a worker, or run "duixian verify".`);
  }
  return problems;
}

function ownProblems({ following, silentMs, busyMs }: FollowerPulse): string[] {
  if (!following) return ['The follower of this process does not run.'];
  const problems: string[] = [];
  if (silentMs > SILENT_SECONDS_MAX * 1000) {
    problems.push(`The follower of this process has not come round for ${Math.round(silentMs / 1000)} s.`);
  }
  if (busyMs > BUSY_SECONDS_MAX * 1000) {
    problems.push(`The follower of this process has had one batch in hand for ${Math.round(busyMs / 1000)} s.`);
  }
  return problems;
}

function followerProblems({ version, followers, build }: FollowState, ownVersion: number): string[] {
  const problems: string[] = [];
  if (version === null) problems.push('The read tables are not there yet: lists cannot be answered.');
  if (version !== null && version < ownVersion) {
    problems.push(
      `The read tables are of version ${version}, and this process reads those of version ${ownVersion}: some lists cannot ` +
        'be answered until a worker of this version has built them.',
    );
  }
  if (build !== null) problems.push(`The read tables are being built: ${build.handled} of ${build.total} events.`);
  const alive = followers.filter(({ ageSeconds }) => ageSeconds <= SILENT_SECONDS_MAX);
  if (alive.length === 0) problems.push('No process follows the log: lists stay as they are. Start a worker.');
  else if (version !== null && alive.every((follower) => follower.version < version)) {
    problems.push(
      `The read tables are of version ${version}, and no process of that version follows the log: lists stay as they are ` +
        'until a worker of it is started, or an older one has built its own.',
    );
  }
  return problems;
}

function cityHealth(
  { tenant, head, position, waitingSeconds, setAside }: TenantState,
  followers: readonly Heartbeat[],
) {
  const holder = followers.find(({ batches }) => batches[tenant] !== undefined);
  return {
    city: tenant,
    head: Number(head),
    position: Number(position),
    eventsBehind: Number(head - position),
    secondsBehind: Math.round(waitingSeconds),
    setAside,
    heldBy:
      holder === undefined
        ? null
        : {
            process: nameOf(holder),
            since: holder.batches[tenant] ?? '',
            silentSeconds: Math.round(holder.ageSeconds),
          },
  };
}

function cityProblems({ city, eventsBehind, secondsBehind, setAside }: CityHealth): string[] {
  const problems: string[] = [];
  if (secondsBehind > WAITING_SECONDS_MAX) {
    problems.push(`${city} is ${eventsBehind} events behind, the oldest of ${secondsBehind} s ago.`);
  }
  if (setAside > 0) problems.push(`${city} is incomplete: ${setAside} streams are set aside.`);
  return problems;
}

function waitProblems({ pid, seconds, on, heldBy }: Wait): string[] {
  if (seconds < WAIT_SECONDS_MAX) return [];
  const holders = heldBy.map(({ pid: holder, role }) => `${holder} (${role ?? 'unknown'})`).join(', ');
  return [`Process ${pid} of the database has waited ${seconds} s for a ${on} that ${holders} holds.`];
}

function nameOf({ host, pid, process }: Heartbeat): string {
  return `${host}:${pid} (${process})`;
}
