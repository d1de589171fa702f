import { defineMessages } from '../i18n/messages.js';
import type { DatabaseWait } from './documents.js';

type Holder = DatabaseWait['heldBy'][number];

/** What `pg_locks.locktype` says that is waited for; a kind that PostgreSQL adds later is shown by its own name. */
const locks = {
  zh: new Map([
    ['relation', '一张表'],
    ['extend', '一张表的扩展'],
    ['page', '一个数据页'],
    ['tuple', '一行数据'],
    ['transactionid', '一个事务结束'],
    ['virtualxid', '一个事务结束'],
    ['object', '一个数据库对象'],
    ['advisory', '一把咨询锁'],
  ]),
  en: new Map([
    ['relation', 'a table'],
    ['extend', 'a table to grow'],
    ['page', 'a page of a table'],
    ['tuple', 'a row'],
    ['transactionid', 'the end of a transaction'],
    ['virtualxid', 'the end of a transaction'],
    ['object', 'an object of the database'],
    ['advisory', 'an advisory lock'],
  ]),
};

/** Whole seconds, from 0. */
const seconds = {
  zh: (count: number) => (count === 0 ? '不到 1 秒' : ` ${count} 秒`),
  en: (count: number) => (count === 0 ? 'less than a second' : count === 1 ? '1 second' : `${count} seconds`),
};

export const waitMessages = defineMessages({
  zh: {
    title: '数据库中的等待',
    none: '此刻没有等待。如有事务长时间占用数据库，会显示在这里。',
    waitsFor: ({ pid, seconds: count, on }: DatabaseWait) =>
      `数据库进程 ${pid} 正在等待${locks.zh.get(on) ?? on}，为时${seconds.zh(count)}。`,
    heldBy: ({ pid, role, application, openSeconds }: Holder) =>
      `被进程 ${pid} 占用（${role ?? '已断开'}${application === null ? '' : `，${application}`}，事务开启${seconds.zh(openSeconds ?? 0)}）；如属遗忘，请数据库管理员执行 select pg_terminate_backend(${pid})。`,
  },
  en: {
    title: 'Waiting in the database',
    none: 'Nobody waits at this moment. A transaction that holds up others appears here.',
    waitsFor: ({ pid, seconds: count, on }: DatabaseWait) =>
      `Process ${pid} of the database has waited ${seconds.en(count)} for ${locks.en.get(on) ?? on}.`,
    heldBy: ({ pid, role, application, openSeconds }: Holder) =>
      `Process ${pid} holds it (${role ?? 'gone'}${application === null ? '' : `, ${application}`}; its transaction has been open for ${seconds.en(openSeconds ?? 0)}). If it was forgotten, let the database’s administrator run select pg_terminate_backend(${pid}).`,
  },
});
