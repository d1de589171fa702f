import type { PlainDate } from '@duixian/casework';
import { readRows, type ImportFolder, type ReadRows } from './read-rows.js';
import type { RowPlace } from './row-problem.js';

/** What an official said of a claim, and to whom; officials by username. */
export interface CommentRow {
  readonly claim: string;
  readonly author: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly on: PlainDate;
  readonly place: RowPlace;
}

/** Who takes no part in a claim, by username. */
export interface RecusalRow {
  readonly official: string;
  readonly claim: string;
  readonly reason: string;
  readonly on: PlainDate;
  readonly place: RowPlace;
}

/** A draw among the claims of a clause that wait for it. */
export interface DrawRow {
  readonly measure: string;
  /** Null for claims without a round. */
  readonly round: string | null;
  readonly official: string;
  readonly on: PlainDate;
  readonly place: RowPlace;
}

const COMMENT = { claim: '申报编号', author: '批注人', text: '批注', mentions: '提到', on: '批注日期' } as const;
const RECUSAL = { official: '回避人', claim: '申报编号', reason: '事由', on: '登记日期' } as const;
const DRAW = { policy: '政策', clause: '条款', number: '批次编号', official: '抽取人', on: '抽取日期' } as const;

/** Reads `comments.csv` of a folder, where there is one. */
export function readComments(folder: ImportFolder): ReadRows<CommentRow> {
  return readRows(folder, 'comments.csv', Object.values(COMMENT), (reader) => {
    const on = reader.date(COMMENT.on);
    if (on === null) return null;
    const mentions = reader.text(COMMENT.mentions).split('、');
    return {
      claim: reader.required(COMMENT.claim),
      author: reader.required(COMMENT.author),
      text: reader.required(COMMENT.text),
      mentions: mentions.filter((name) => name !== ''),
      ...{ on, place: reader.place(null) },
    };
  });
}

/** Reads `recusals.csv` of a folder, where there is one. */
export function readRecusals(folder: ImportFolder): ReadRows<RecusalRow> {
  return readRows(folder, 'recusals.csv', Object.values(RECUSAL), (reader) => {
    const on = reader.date(RECUSAL.on);
    if (on === null) return null;
    const [official, claim] = [reader.required(RECUSAL.official), reader.required(RECUSAL.claim)];
    return { official, claim, reason: reader.required(RECUSAL.reason), on, place: reader.place(null) };
  });
}

/** Reads `draws.csv` of a folder, where there is one. */
export function readDraws(folder: ImportFolder): ReadRows<DrawRow> {
  return readRows(folder, 'draws.csv', Object.values(DRAW), (reader) => {
    const on = reader.date(DRAW.on);
    if (on === null) return null;
    const policy = reader.required(DRAW.policy);
    const number = reader.text(DRAW.number);
    return {
      measure: `${policy}/${reader.required(DRAW.clause)}`,
      round: number === '' ? null : `${policy}/${number}`,
      official: reader.required(DRAW.official),
      ...{ on, place: reader.place(null) },
    };
  });
}
