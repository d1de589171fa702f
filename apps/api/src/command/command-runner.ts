import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { refusal, type Command, type Decision, type Refusal } from '@duixian/casework';
import { EventStore, EventStoreError, retryOnConflict, type AppendResult } from '@duixian/event-store';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable, Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { Outage } from '../database/outage.js';
import { PresentNames } from '../enterprise/read/present-names.js';
import { commandMismatch, notRecorded, unknownYet } from '../graphql/errors.js';
import { idIn } from '../log/read-table.js';
import { PolicyBooks } from '../policy/law/policy-books.js';
import { forNobody } from '../request/request-scope.js';
import { EarlierSpellings } from './earlier-spellings.js';
import { Entitlements } from './entitlements.js';
import { KeyedQueue } from './keyed-queue.js';
import type { Outcome } from './outcome.js';
import { heldToRecusals } from './recusal-check.js';
import { Records } from './records.js';
import { requestHashOf } from './request-hash.js';

/** How often one command is decided before its sender is asked to try again. */
const ATTEMPTS_MAX = 12;
/** How often, and after how long, the log is asked for a command whose append broke: for three seconds. */
const ASKED_MAX = 13;
const ASK_AGAIN_MS = 250;

/**
 * Reads what a decision needs, and decides the command that it is given, whose day may be a later one than was asked. It
 * may be called several times, each time with fresh records.
 */
export type Decide<Request extends Command> = (records: Records, command: Request) => Promise<Decision<DomainEvent>>;

/** Why a command would be refused, null where it would not, and what was read for that. */
export interface Preview {
  readonly records: Records;
  readonly refusal: Refusal | null;
}

type Attempt = { readonly outcome: 'settled'; readonly settled: Outcome } | AppendResult;

/** Carries a command out: decide, append, and again on fresh state where others were faster. */
@Injectable()
export class CommandRunner {
  private readonly logger = new Logger(CommandRunner.name);
  private readonly queue = new KeyedQueue();
  private readonly underWay = new Map<string, Promise<Outcome>>();

  constructor(
    private readonly store: EventStore,
    private readonly entitlements: Entitlements,
    private readonly spellings: EarlierSpellings,
    private readonly presentNames: PresentNames,
    private readonly outage: Outage,
    private readonly books: PolicyBooks,
  ) {}

  /**
   * @param name of the command: with its contents it is the request that a `commandId` stands for.
   * @throws GraphQLError `BAD_USER_INPUT` when the `commandId` was used for another request; `NOT_RECORDED` or
   *   `UNKNOWN_YET` when the database failed.
   */
  async run<Request extends Command>(name: string, command: Request, decide: Decide<Request>): Promise<Outcome> {
    const requestHash = requestHashOf(name, command);
    const sent = [command.tenant, command.commandId, requestHash].join(' ');
    // Decided twice, it could be refused for what changed meanwhile, while the other is being recorded.
    const known = this.underWay.get(sent);
    if (known !== undefined) return known;
    const outcome = this.runOnce(command, requestHash, decide).finally(() => this.underWay.delete(sent));
    this.underWay.set(sent, outcome);
    return outcome;
  }

  private async runOnce<Request extends Command>(
    command: Request,
    requestHash: string,
    decide: Decide<Request>,
  ): Promise<Outcome> {
    const outcome = await this.untilSettled(command.tenant, () => this.attempt(command, requestHash, decide)).catch(
      (error: unknown) => this.outcomeAfter(error, command, requestHash),
    );
    // What refuses a command that was sent before is often that it took effect. The append knows it by its id itself.
    return outcome.ok ? outcome : ((await this.earlierOutcome(command, requestHash)) ?? outcome);
  }

  /**
   * What would become of a command that nobody has sent: decided on the record as it is now, and recorded nowhere. What else
   * is sent meanwhile, such as others of a set that draw on the same pool, is not looked at.
   */
  async preview<Request extends Command>(command: Request, decide: Decide<Request>): Promise<Preview> {
    const { records, decision } = await this.decideInOrder(command, decide);
    return { records, refusal: decision.ok ? null : decision.refusal };
  }

  private async earlierOutcome({ tenant, commandId }: Command, requestHash: string): Promise<Outcome | null> {
    const stored = await this.store.readCommand(tenant, commandId);
    if (stored === null) return null;
    if (stored.requestHash !== requestHash) throw commandMismatch();
    return { ok: true, position: stored.last };
  }

  /**
   * What a command came to whose append broke. The log knows it by its id, also if it is recorded only after the
   * connection has gone; while the log cannot be asked, or does not have it, nobody says that it failed.
   */
  private async outcomeAfter(error: unknown, command: Command, requestHash: string): Promise<Outcome> {
    if (!(error instanceof EventStoreError)) throw error;
    if (error.code === 'NOT_RECORDED') {
      if (!this.outage.covers(error.cause)) this.logger.error(error.cause);
      throw notRecorded();
    }
    if (error.code !== 'OUTCOME_UNKNOWN') throw error;
    if (!this.outage.covers(error.cause)) {
      this.logger.warn(`Asking the log for ${command.commandId}, whose append broke: ${String(error.cause)}`);
    }
    for (let asked = 0; asked < ASKED_MAX; asked += 1) {
      if (asked > 0) await setTimeout(ASK_AGAIN_MS);
      const known = await this.earlierOutcome(command, requestHash).catch(unlessAnswer);
      if (known !== null) return known;
    }
    throw unknownYet(command.commandId);
  }

  /**
   * A first attempt waits for nobody. Whoever met a conflict tries again in the queue of what it was about, so that a
   * crowd around one cap, pool or quota is served one by one instead of overtaking each other.
   */
  private async untilSettled(tenant: string, attempt: () => Promise<Attempt>): Promise<Outcome> {
    const contended = new Set<string>();
    const inTurn = async (): Promise<Attempt> => {
      const result = await this.queue.run(contended, attempt);
      const subject = conflictSubject(result);
      if (subject !== null) {
        contended.add(subject);
        await this.readPolicy(tenant, subject);
      }
      return result;
    };
    try {
      return outcomeOf(await retryOnConflict(inTurn, { attempts: ATTEMPTS_MAX }));
    } catch (error) {
      if (error instanceof EventStoreError && error.code === 'CONFLICT_PERSISTS') {
        return { ok: false, refusal: tryAgain() };
      }
      throw error;
    }
  }

  private async attempt<Request extends Command>(
    command: Request,
    requestHash: string,
    decide: Decide<Request>,
  ): Promise<Attempt> {
    const { tenant, commandId } = command;
    const { records, decision } = await this.decideInOrder(command, decide);
    if (!decision.ok) return { outcome: 'settled', settled: decision };
    const append = {
      tenant,
      commandId,
      requestHash,
      streams: decision.streams.map((stream) => records.appendOf(stream, randomUUID)),
      seen: records.seenBeside(decision.streams),
      guards: decision.guards.map((move) => records.changeOf(move)),
    };
    // What is recorded together with it is none of this request's.
    const result = await forNobody(() => this.store.append(append));
    // It is recorded: what is not read now is read by the next look.
    await Promise.all(append.streams.map(({ stream }) => this.readPolicy(tenant, stream))).catch(() => undefined);
    return result;
  }

  /** What the process keeps of a policy's versions is brought up to date at once where it is known to be behind. */
  private async readPolicy(tenant: string, stream: string): Promise<void> {
    const policy = idIn(stream, 'policy-');
    if (policy !== null) await this.books.refresh(tenant, policy);
  }

  /** No step is dated before the last one on the same claim or payment, whatever became of the database's clock. */
  private async decideInOrder<Request extends Command>(
    command: Request,
    decide: Decide<Request>,
  ): Promise<{ readonly records: Records; readonly decision: Decision<DomainEvent> }> {
    const records = new Records(this.store, command.tenant, this.entitlements, this.spellings, this.presentNames);
    const [recusals, decided] = await Promise.all([records.recusalsOf(command.actor.userId), decide(records, command)]);
    const decision = await heldToRecusals(records, recusals, decided);
    const { lastDay } = records;
    if (lastDay === null || lastDay <= command.on) return { records, decision };
    return this.decideInOrder({ ...command, on: lastDay }, decide);
  }
}

/** The stream or account that others changed; null when there was no conflict. */
function conflictSubject(result: Attempt): string | null {
  switch (result.outcome) {
    case 'stream-conflict':
      return result.stream;
    case 'guard-conflict':
    case 'ceiling-refused':
      return result.account;
    case 'settled':
    case 'appended':
    case 'repeated':
    case 'command-mismatch':
      return null;
  }
}

function outcomeOf(
  result: Exclude<Attempt, { outcome: 'stream-conflict' | 'guard-conflict' | 'ceiling-refused' }>,
): Outcome {
  switch (result.outcome) {
    case 'settled':
      return result.settled;
    case 'appended':
    case 'repeated':
      return { ok: true, position: result.last };
    case 'command-mismatch':
      throw commandMismatch();
  }
}

/** While the database is away the log cannot be asked; an answer about the id itself stands. */
function unlessAnswer(error: unknown): null {
  if (error instanceof GraphQLError) throw error;
  return null;
}

function tryAgain(): Refusal {
  return refusal('TRY_AGAIN', {
    zh: '同时有其他人在办理同一事项，请稍后再试。',
    en: 'Others are changing the same thing at this moment: try again shortly.',
  });
}
