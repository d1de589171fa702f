import type { MetCondition } from '@duixian/casework';
import type { Bilingual, PublicityUnit, ReasonCode } from '@duixian/policy';
import { REASON_TEXTS } from '../policy/assessment/reason-texts.js';
import { joined, money, say } from '../policy/describe/words.js';
import type { DomainEvent } from '@duixian/treasury';

/** What is due, and why it is not what was asked for. */
export function determinedWords({
  amount,
  reasons,
  conditions = [],
}: {
  amount: string;
  reasons: readonly ReasonCode[];
  conditions?: readonly MetCondition[];
}): Bilingual {
  const sum = money(amount);
  const why = joined(
    reasons.map((code) => REASON_TEXTS[code]),
    '',
    ' ',
  );
  const met = conditions.map(({ text, reason }) =>
    say(`条件“${text}”已满足：${reason}`, `Condition “${text}” met: ${reason}`),
  );
  return joined([sum, ...(reasons.length === 0 ? [] : [why]), ...met], '。', '. ');
}

/** The days counted, where they are working days; days of the calendar are seen. */
export function publicityWords({
  from,
  until,
  days,
  unit,
}: {
  from: string;
  until: string;
  days: number;
  unit: PublicityUnit;
}): Bilingual {
  const shown = say(`${from}至${until}`, `${from} to ${until}`);
  return unit === 'days' ? shown : joined([shown, say(`${days}个工作日`, `${days} working days`)], '，', ', ');
}

/** What a claim came to that is settled at what is paid. */
export function settledWords(data: Extract<DomainEvent, { type: 'ClaimSettled' }>['data']): Bilingual {
  const [paid, givenUp] = [money(data.paid), money(data.givenUp)];
  return say(`已付${paid.zh}，${givenUp.zh}不再拨付`, `${paid.en} paid; ${givenUp.en} not paid any more`);
}
