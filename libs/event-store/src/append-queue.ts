import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import type { AppendCommand, AppendResult } from './command.js';
import { EventStoreError } from './errors.js';
import { decodeAnswer, encodeGroup, type GroupAnswer } from './group.js';

/** How long commands wait to be written, and how many: whoever would wait longer is told so at once. */
export interface AppendPatience {
  readonly waitMs: number;
  readonly waitingMax: number;
}

interface Waiting {
  readonly command: AppendCommand;
  /** When it came, by a clock that does not jump. */
  readonly at: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes the appends of one tenant in groups: while one call commits, the next commands wait, in order of arrival, and
 * then go to the database together. The tenant's head is locked and the disk is flushed once for all of them.
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly tenant: string,
    private readonly groupSize: number,
    private readonly patience: AppendPatience,
    private readonly onAppended: () => void,
  ) {}

  append(command: AppendCommand): Promise<AppendResult> {
    if (this.waiting.length >= this.patience.waitingMax) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      this.waiting.push({ command, at: performance.now(), resolve, reject });
      if (!this.writing) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.groupSize);
      const oldest = performance.now() - this.patience.waitMs;
      for (const member of group) if (member.at < oldest) member.reject(tooMany());
      const patient = group.filter((member) => member.at >= oldest);
      if (patient.length > 0) await this.writeGroup(patient);
      // Whoever was just answered and has more to append joins the next group instead of the one after it.
      if (group.length > 1) await setImmediate();
    }
    this.writing = false;
  }

  private async writeGroup(group: readonly Waiting[]): Promise<void> {
    let answers: readonly GroupAnswer[];
    try {
      answers = await this.call(group);
    } catch (error) {
      if (isAboutOneMember(error)) {
        // One member's error must not fail its neighbours: nothing was written, so each is sent again by itself.
        for (const member of group) await this.writeAlone(member);
      } else {
        for (const member of group) member.reject(outcomeOf(error));
      }
      return;
    }
    this.settle(group, answers);
  }

  private async writeAlone(member: Waiting): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const answers = await this.call([member]);
        this.settle([member], answers);
        return;
      } catch (error) {
        if (lostRace(error) && attempt < ATTEMPTS_ALONE) continue;
        member.reject(lostRace(error) ? raceLost(member.command, attempt) : outcomeOf(error));
        return;
      }
    }
  }

  private async call(group: readonly Waiting[]): Promise<readonly GroupAnswer[]> {
    const result = await this.pool.query<{ answers: GroupAnswer[] }>({
      name: 'es.append',
      text: 'select es.append($1, $2) as answers',
      values: [this.tenant, encodeGroup(group.map((member) => member.command))],
    });
    return result.rows[0]?.answers ?? [];
  }

  private settle(group: readonly Waiting[], answers: readonly GroupAnswer[]): void {
    for (const [index, member] of group.entries()) {
      const answer = answers[index];
      if (answer === undefined) member.reject(new Error(`es.append left command ${index + 1} unanswered.`));
      else settleOne(member, answer);
    }
    // A listener that throws ends the process rather than this queue.
    if (answers.some((answer) => answer.outcome === 'appended')) queueMicrotask(this.onAppended);
  }
}

/** Nothing of it was sent, so that it can be sent again. */
function tooMany(): EventStoreError {
  const message = 'Too many commands wait to be recorded, or one of them for too long: append it again in a moment.';
  return new EventStoreError('NOT_RECORDED', message, null, { cause: new Error(message) });
}

function settleOne(member: Waiting, answer: GroupAnswer): void {
  try {
    member.resolve(decodeAnswer(answer));
  } catch (error) {
    member.reject(error);
  }
}

function raceLost({ commandId }: AppendCommand, attempts: number): EventStoreError {
  const message = `Others were first in each of ${attempts} appends of ${commandId}: send the command again in a moment.`;
  return new EventStoreError('CONFLICT_PERSISTS', message, commandId);
}

// A new stream, guard or command id has no row to lock, so two processes may both try to add it; the second then finds
// it stored.
const ATTEMPTS_ALONE = 12;
const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/** Classes of errors after which nobody knows: the connection broke, the server was stopped, or it failed itself. */
const UNKNOWN_CLASSES: readonly string[] = ['08', '57', '58', 'XX'];
/** The statement alone was cancelled, as by a time limit: it was rolled back. */
const QUERY_CANCELED = '57014';
/** Nobody listens there: nothing was sent. */
const NOT_CONNECTED: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'];

/** What an error of the call means for the commands that it carried: none was recorded, or that is not known. */
function outcomeOf(error: unknown): EventStoreError {
  const code = errorCode(error);
  const rolledBack =
    error instanceof TypeError ||
    NOT_CONNECTED.includes(code) ||
    (error instanceof pg.DatabaseError && (code === QUERY_CANCELED || !UNKNOWN_CLASSES.includes(code.slice(0, 2))));
  if (rolledBack) {
    const message = 'Nothing of the command was recorded: append it again once the cause is mended.';
    return new EventStoreError('NOT_RECORDED', message, null, { cause: error });
  }
  const message =
    'The connection broke while the command was being recorded: ask for it by its id, or append it again.';
  return new EventStoreError('OUTCOME_UNKNOWN', message, null, { cause: error });
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function lostRace(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    [UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK_DETECTED].includes(error.code ?? '')
  );
}

/**
 * A TypeError is JSON's (what a caller sent cannot be written as JSON); classes 22 (data), 23 (integrity) and 40 (rolled
 * back) concern what was sent. After any other error, such as a lost connection, nobody knows whether the group was
 * written: the callers ask again with the same command ids.
 */
function isAboutOneMember(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof pg.DatabaseError && ['22', '23', '40'].includes((error.code ?? '').slice(0, 2));
}
