import { CHECKS, type Check } from '@duixian/event-store';
import type { Bilingual } from '@duixian/policy';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf, wordsOf } from '../graphql/enum-of.js';

export const CheckEnum = enumOf(CHECKS);

const NAMES: Readonly<Record<Check, Bilingual>> = {
  event: { zh: '事件', en: 'an event of the log' },
  command: { zh: '命令', en: 'a command that the log keeps' },
  head: { zh: '日志末端', en: 'the end of the log' },
  stream: { zh: '流', en: 'the version of a stream' },
  guard: { zh: '控制账户', en: 'the balance of a guard' },
  entitlement: { zh: '兑现记录', en: 'what an enterprise was granted, beside its guards' },
  'read-table': { zh: '列表', en: 'a table that lists are read from' },
  'security-log': { zh: '安全日志', en: 'the security log' },
  official: { zh: '人员账号', en: 'the account of an official' },
  credentials: { zh: '鉴别凭据', en: 'the credentials of an official' },
  session: { zh: '会话', en: 'a session that is not as its sign-in sealed it' },
  'personal-data': { zh: '个人信息', en: 'personal data kept beside the log' },
  file: { zh: '材料附件', en: 'a file of a claim, as the store holds it' },
  determination: { zh: '核定重算', en: 'a determination, redone' },
  draw: { zh: '抽样重抽', en: 'a draw, drawn again from its seed' },
  verification: { zh: '以往校验', en: 'what an earlier verification came to' },
};

registerEnumType(CheckEnum, {
  name: 'VerificationCheck',
  description: 'What of the record was compared (校验内容).',
  valuesMap: wordsOf(NAMES),
});
