import { EventStore } from '@duixian/event-store';
import { parseMoment, parsePosition } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type { GraphQLError } from 'graphql';
import type pg from 'pg';
import { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import { badInput, requestError } from '../graphql/errors.js';
import { positionOfCursor } from '../graphql/parse-cursor.js';
import { currentRequest, type AskedPosition } from '../request/request-scope.js';
import type { At } from './at.js';
import { TablesWait } from './tables-wait.js';

const STANDING = sqlFile(import.meta.url, 'standing.sql');
const POSITION_OF_MOMENT = sqlFile(import.meta.url, 'position-of-moment.sql');

const asOfSchema = z.object({ position: z.string().nullish(), moment: z.string().nullish() });

/** What a request asks for: a position, or a moment. */
type Asked = { readonly position: bigint; readonly isPast: boolean } | { readonly moment: string };

interface Standing {
  readonly position: string;
  readonly complete: boolean;
  readonly last_day: string | null;
}

/** What the log says of a moment: of Beijing time, when it begins; null while it is empty. */
interface Found {
  readonly position: string;
  readonly is_ahead: boolean;
  readonly begins_at: string | null;
}

/** Says what a record's field `position` holds. */
export const POSITION_OF_RECORD = 'Position of the log up to which the record is shown, and beyond which not.';

/** The position at which each request is answered, taken once, when it first reads. */
@Injectable()
export class Positions {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly store: EventStore,
    private readonly tables: TablesWait,
    private readonly clock: Clock,
  ) {}

  /**
   * Where the present request is answered for the city: as of then, where its fields or their cursors say so, and else
   * where the tables stand when it first reads. Without a request it is where the tables stand.
   *
   * @throws GraphQLError `BAD_USER_INPUT` when two of its fields say otherwise, `AS_OF_AHEAD` when it is yet to come,
   * `AS_OF_BEFORE` when the log begins later.
   */
  of(tenant: string): Promise<At> {
    const scope = currentRequest();
    if (scope === null) return this.now(tenant);
    const { recorded } = scope;
    return (scope.at ??=
      recorded === null ? this.asked(tenant, scope.asked) : Promise.resolve(this.after(tenant, recorded)));
  }

  /** What a mutation answers stands where it recorded. */
  answerAt(position: bigint): void {
    const scope = currentRequest();
    if (scope === null) return;
    scope.recorded = position;
    scope.at = null;
  }

  private async asked(tenant: string, asked: readonly AskedPosition[]): Promise<At> {
    const stated = asked.flatMap((each) => readAsked(each) ?? []);
    const positions = new Set(stated.flatMap((each) => ('moment' in each ? [] : each.position)));
    // One at a time, since what is refused needs no more of them.
    for (const moment of new Set(stated.flatMap((each) => ('moment' in each ? each.moment : [])))) {
      if (positions.size > 1) break;
      positions.add(await this.ofMoment(tenant, moment));
    }
    const [position, ...others] = positions;
    if (position === undefined) return this.now(tenant);
    if (others.length > 0) throw manyPositions();
    return this.at(
      tenant,
      position,
      stated.some((each) => 'moment' in each || each.isPast),
    );
  }

  /**
   * What was recorded is answered from the log, whatever the tables do: they are asked only by a list that is a part of the
   * answer, which waits for them.
   */
  private after(tenant: string, position: bigint): At {
    const isComplete = async (): Promise<boolean> => (await this.standing(tenant, position)).complete;
    return {
      position,
      get isComplete() {
        return isComplete();
      },
      isPast: false,
      today: this.clock.today(),
      lastDay: null,
      behind: 0n,
    };
  }

  private async now(tenant: string): Promise<At> {
    const { position, complete, last_day: lastDay } = await this.standing(tenant, null);
    const today = this.clock.today();
    return { position: BigInt(position), isComplete: complete, isPast: false, today, lastDay, behind: 0n };
  }

  /** The last position that was recorded by then. */
  private async ofMoment(tenant: string, moment: string): Promise<bigint> {
    const { rows } = await this.pool.query<Found>({
      name: 'es.position-of-moment',
      text: POSITION_OF_MOMENT,
      values: [tenant, moment],
    });
    const { position, is_ahead, begins_at } = rows[0] ?? { position: '0', is_ahead: false, begins_at: null };
    if (is_ahead) throw momentAhead();
    if (position === '0' && begins_at !== null) throw beforeTheLog(begins_at);
    return BigInt(position);
  }

  private async at(tenant: string, position: bigint, isPast: boolean): Promise<At> {
    const head = await this.store.head(tenant);
    if (position > head) throw ahead(position, head);
    // Events up to the head are on record; the tables come to them shortly.
    if (!(await this.tables.holds(tenant, position))) throw notThereYet(position);
    const standing = await this.standing(tenant, position);
    const { complete, last_day: lastDay } = standing;
    const today = isPast ? (lastDay ?? this.clock.today()) : this.clock.today();
    return { position, isComplete: complete, isPast, today, lastDay, behind: BigInt(standing.position) - position };
  }

  private async standing(tenant: string, at: bigint | null): Promise<Standing> {
    const { rows } = await this.pool.query<Standing>({
      name: 'read.standing-at',
      text: STANDING,
      values: [tenant, at === null ? null : at.toString()],
    });
    return rows[0] ?? { position: '0', complete: true, last_day: null };
  }
}

/** What cannot be read is refused where the field reads its arguments. */
function readAsked({ argument, value }: AskedPosition): Asked | null {
  if (argument !== 'asOf') {
    const held = typeof value === 'string' ? positionOfCursor(value) : null;
    return held === null ? null : { position: held.position, isPast: held.isPast };
  }
  const stated = asOfSchema.safeParse(value);
  if (!stated.success) return null;
  const { position, moment } = stated.data;
  if ((position == null) === (moment == null)) throw oneOfTwo();
  if (position != null) {
    const parsed = parsePosition(position);
    return parsed.ok ? { position: BigInt(parsed.value), isPast: true } : null;
  }
  const parsed = parseMoment(moment ?? '');
  return parsed.ok ? { moment: parsed.value } : null;
}

function oneOfTwo(): GraphQLError {
  return badInput('asOf', {
    zh: '请在 asOf 中给出 position（日志序号）或 moment（北京时间），二者选一。',
    en: 'State a position or a moment in asOf: one of the two.',
  });
}

function manyPositions(): GraphQLError {
  return badInput('asOf', {
    zh: '一次请求只能查看同一时点：其中的 asOf 与游标不属于同一日志位置，请分开请求。',
    en: 'A request is answered at one position: its asOf arguments and cursors are of several. Send a request for each.',
  });
}

function ahead(position: bigint, head: bigint): GraphQLError {
  const says = {
    zh: `日志目前到第 ${head} 号事件，第 ${position} 号尚未发生；请填写不大于 ${head} 的序号。`,
    en: `The log ends at position ${head}; position ${position} is yet to come: state ${head} at most.`,
  };
  return requestError('AS_OF_AHEAD', says, 'asOf', { head: head.toString() });
}

function momentAhead(): GraphQLError {
  const says = {
    zh: '该时间尚未到来，届时的情况还不确定；请填写不晚于现在的北京时间（只写日期指当日结束）。',
    en: 'That moment is yet to come, and with it what holds then: state one of Beijing time that is not later than now. A day alone means its end.',
  };
  return requestError('AS_OF_AHEAD', says, 'asOf');
}

function beforeTheLog(beginsAt: string): GraphQLError {
  const says = {
    zh: `该时间早于日志的第一条记录（北京时间 ${beginsAt}）；请填写不早于它的时间。`,
    en: `That moment is before the log’s first event, of ${beginsAt} Beijing time: state that one or a later one.`,
  };
  return requestError('AS_OF_BEFORE', says, 'asOf');
}

function notThereYet(position: bigint): GraphQLError {
  return requestError('SERVICE_UNAVAILABLE', {
    zh: `列表尚未更新到第 ${position} 号事件，请稍后再试。`,
    en: `The lists do not hold event ${position} yet: try again in a moment.`,
  });
}
