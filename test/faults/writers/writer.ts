import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { usccCheckCharacter } from '@duixian/casework';
import type { Random } from '@duixian/testing/random';
import type { Application } from '../system/application.js';
import type { City } from '../system/cities.js';
import type { Officials } from '../system/officials.js';
import type { Ledger, Sent } from './ledger.js';
import { documentOf } from './document-of.js';
import { send, type Answer } from './send.js';

const CLAIMS_OF_AN_ENTERPRISE = 3;
const SENT_TWICE = 0.2;
const GIVEN_UP = 0.5;
const WITHDRAWN = 0.3;
const PAUSE_MS = 150;

/** Codes after which the same command is sent again: it takes effect once. */
const SENT_AGAIN = new Set([
  'UNKNOWN_YET',
  'NOT_RECORDED',
  'SERVICE_UNAVAILABLE',
  'TOO_BUSY',
  'QUERY_TIMEOUT',
  'CLOCK_DIFFERS',
]);

/** Nothing was recorded, and the sender enters it anew under another id. */
const GIVEN_UP_NOW = Symbol('given up');

/** Id of what was done; null: refused. */
type Settled = string | null | typeof GIVEN_UP_NOW;

/** The run is over: what is under way is left. */
class Over extends Error {}

export interface WriterSettings {
  readonly city: City;
  readonly officials: Officials;
  readonly applications: readonly Application[];
  readonly ledger: Ledger;
  readonly random: Random;
  /** Tells its enterprises and documents from those of all others: 1, 2 … */
  readonly number: number;
}

/** Somebody who takes one enterprise after the other through its claims, and believes what he is told. */
export class Writer {
  private over = false;
  private enterprises = 0;

  constructor(private readonly settings: WriterSettings) {}

  async run(): Promise<void> {
    try {
      while (!this.over) await this.life();
    } catch (error) {
      if (!(error instanceof Over)) throw error;
    }
  }

  stop(): void {
    this.over = true;
  }

  private async life(): Promise<void> {
    const { city, officials, number } = this.settings;
    const serial = number * 10_000 + (this.enterprises += 1);
    const body = `91${city.county}MA${String(serial).padStart(7, '0')}`;
    const uscc = body + (usccCheckCharacter(body) ?? '');
    const name = `青石智算科技${serial}号有限公司（虚构）`;
    if ((await this.step(officials.clerk, 'registerEnterprise', { uscc, name, division: city.county })) === null)
      return;
    const claims = Array.from({ length: CLAIMS_OF_AN_ENTERPRISE }, (_, n) => this.claim(uscc, serial * 10 + n));
    const failed = (await Promise.allSettled(claims)).find((result) => result.status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  private async claim(uscc: string, document: number): Promise<void> {
    const { city, officials, random } = this.settings;
    const { measure, year, occurredOn, facts, requestedAmount } = city;
    const claim = await this.step(officials.clerk, 'submitClaim', {
      uscc,
      measure,
      year,
      occurredOn,
      facts,
      requestedAmount,
      subject: city.namesSubject ? `场景${inLetters(document)}` : null,
      evidence: [documentOf(city.evidence, document, occurredOn)],
    });
    if (claim === null) return;
    if ((await this.step(officials.otherClerk, 'acceptClaim', { claim })) === null) return;
    if ((await this.step(officials.reviewer, 'reviewClaim', { claim, opinion: '属实' })) === null) return;
    if ((await this.step(officials.finance, 'determineClaim', { claim })) === null) return;
    if (random.chance(WITHDRAWN)) await this.step(officials.clerk, 'withdrawClaim', { claim, reason: '放弃' });
  }

  /** Sends until somebody says what became of it. Null: it was refused. */
  private async step(token: string, mutation: string, input: object): Promise<string | null> {
    for (;;) {
      const sent = this.settings.ledger.open(this.settings.city.tenant, randomUUID());
      const answer = await this.outcome(sent, token, mutation, { ...input, commandId: sent.commandId });
      if (answer !== GIVEN_UP_NOW) return answer;
    }
  }

  private async outcome(sent: Sent, token: string, mutation: string, input: object): Promise<Settled> {
    const { ledger, random } = this.settings;
    for (;;) {
      if (this.over) throw new Over();
      const answers = await this.post(sent, token, mutation, input);
      const done = answers.find((answer) => answer.kind === 'done');
      const refused = answers.find(isRefusal);
      if (done?.kind === 'done') {
        ledger.settle(sent, 'acknowledged');
        if (refused !== undefined)
          ledger.complaints.add(`${mutation}, sent twice, was recorded and refused: ${refused.code}.`);
        return done.id;
      }
      if (answers.some((answer) => answer.kind === 'failed' && answer.code === 'RECORDED')) {
        // It stands; the answer itself is asked for by sending it again.
        if (sent.outcome === null) ledger.settle(sent, 'acknowledged');
      } else if (refused !== undefined) {
        ledger.settle(sent, 'refused');
        return null;
      } else if (this.isNotRecorded(sent, answers) && random.chance(GIVEN_UP)) {
        ledger.settle(sent, 'not-recorded');
        return GIVEN_UP_NOW;
      }
      await setTimeout(PAUSE_MS);
    }
  }

  /** One answer to one request: with several on the way each speaks for itself alone. */
  private isNotRecorded(sent: Sent, [answer]: readonly Answer[]): boolean {
    return sent.sends === 1 && answer?.kind === 'failed' && answer.code === 'NOT_RECORDED';
  }

  private async post(sent: Sent, token: string, mutation: string, input: object): Promise<Answer[]> {
    const { ledger, random } = this.settings;
    const times = random.chance(SENT_TWICE) ? 2 : 1;
    sent.sends += times;
    const requests = Array.from({ length: times }, () => send(this.anyApi(), token, mutation, input));
    const answers = await Promise.all(requests).catch((error: unknown): Answer[] => {
      ledger.complaints.add(`${mutation} was not answered within a minute and a half: ${String(error)}`);
      return [{ kind: 'silence' }];
    });
    for (const answer of answers) this.note(mutation, answer);
    return answers;
  }

  private note(mutation: string, answer: Answer): void {
    const { ledger } = this.settings;
    const code = 'code' in answer ? answer.code : answer.kind;
    ledger.count(code);
    if (answer.kind === 'failed' && code !== 'RECORDED' && !SENT_AGAIN.has(code)) {
      ledger.complaints.add(`${mutation} was answered with ${code}.`);
    }
  }

  private anyApi(): string {
    const { applications, random } = this.settings;
    const serving = applications.filter((application) => application.answersRequests);
    return serving[random.whole(0, serving.length - 1)]?.graphql ?? '';
  }
}

/** Subjects that differ in digits alone look like one matter, which a review has to compare. */
function inLetters(document: number): string {
  return Array.from(String(document), (digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit))).join('');
}

/** Who is to try again was not refused for good. */
function isRefusal(answer: Answer): answer is Extract<Answer, { kind: 'refused' }> {
  return answer.kind === 'refused' && answer.code !== 'TRY_AGAIN';
}
