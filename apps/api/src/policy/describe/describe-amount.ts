import type { Bilingual } from '@duixian/policy';
import { describePredicate } from './describe-predicate.js';
import { joined, money, say, type Amount, type FactWords } from './words.js';

type Tiers = Extract<Amount, { tiers: unknown }>['tiers'];
type Steps = Extract<Amount, { steps: unknown }>['steps'];
type Schedule = Extract<Amount, { schedule: unknown }>['schedule'];
type Composite = Extract<Amount, { composite: unknown }>['composite'];

/** How the sum is reckoned, in words: what stands in `amount` of a clause. */
export function describeAmount(amount: Amount, facts: FactWords): Bilingual {
  const describe = (part: Amount): Bilingual => describeAmount(part, facts);
  if ('flat' in amount) return money(amount.flat);
  if ('fact' in amount) return facts.label(amount.fact);
  if ('part' in amount) return say('前一部分', 'the part before');
  if ('rate' in amount) {
    const of = typeof amount.rate.of === 'string' ? facts.label(amount.rate.of) : describe(amount.rate.of);
    return say(`${of.zh}的${amount.rate.percent}%`, `${amount.rate.percent}% of ${of.en}`);
  }
  if ('upTo' in amount) {
    const most = typeof amount.upTo === 'string' ? money(amount.upTo) : describe(amount.upTo);
    return say(`由牵头部门提出金额，最高${most.zh}`, `as the lead department proposes, up to ${most.en}`);
  }
  if ('asProposed' in amount) return say('由牵头部门提出金额', 'as the lead department proposes');
  if ('choose' in amount) {
    const { by, values } = amount.choose;
    return cases(Object.entries(values).map(([value, pays]) => [facts.value(by, value), describe(pays)]));
  }
  if ('tiers' in amount) return describeTiers(amount.tiers, facts);
  if ('steps' in amount) return describeSteps(amount.steps, facts);
  if ('schedule' in amount) return describeSchedule(amount.schedule, facts);
  if ('perUnit' in amount) {
    const units = joined(
      amount.perUnit.units.map((unit) => facts.label(unit)),
      '×',
      ' × ',
    );
    const each = money(amount.perUnit.amount);
    return say(`${each.zh}×${units.zh}`, `${each.en} × ${units.en}`);
  }
  if ('perFull' in amount) return describePerFull(amount.perFull, facts);
  if ('lesserOf' in amount) {
    const parts = joined(amount.lesserOf.map(describe), '与', ' and ');
    return say(`${parts.zh}中的较低者`, `the lesser of ${parts.en}`);
  }
  if ('greaterOf' in amount) {
    const parts = joined(amount.greaterOf.map(describe), '与', ' and ');
    return say(`${parts.zh}中的较高者`, `the greater of ${parts.en}`);
  }
  if ('difference' in amount) return joined(amount.difference.map(describe), '减去', ' less ');
  if ('prorated' in amount) {
    const whole = describe(amount.prorated.amount);
    const by = facts.label(amount.prorated.by);
    const { limit } = amount.prorated;
    return say(`${whole.zh}（${by.zh}按不超过${limit}折算）`, `${whole.en} (for at most ${limit} of ${by.en})`);
  }
  return describeComposite(amount.composite, facts);
}

/** Pairs of when and what, as a list. */
function cases(pairs: readonly (readonly [Bilingual, Bilingual])[]): Bilingual {
  return joined(
    pairs.map(([when, what]) => say(`${when.zh}：${what.zh}`, `${when.en}: ${what.en}`)),
    '；',
    '; ',
  );
}

function describeTiers({ of, bands }: Tiers, facts: FactWords): Bilingual {
  const label = facts.label(of);
  return cases(
    bands.map(({ from, above, to, below, pays }) => {
      const ends = [
        end(isNothing(from) ? undefined : from, '自', '起', 'from'),
        end(above, '超过', '', 'above'),
        end(to, '至', '（含）', 'to'),
        end(below, '低于', '', 'below'),
      ];
      // From nothing on is no bound that a reader has to know.
      const range = joined(
        ends.filter((part) => part !== null),
        '、',
        ' ',
      );
      return [say(label.zh + range.zh, `${label.en} ${range.en}`), describeAmount(pays, facts)];
    }),
  );

  function end(value: string | number | undefined, before: string, after: string, en: string): Bilingual | null {
    if (value === undefined) return null;
    const words = facts.value(of, value);
    return say(before + words.zh + after, `${en} ${words.en}`);
  }
}

function isNothing(end: string | number | undefined): boolean {
  return end !== undefined && Number(end) === 0;
}

function describeSteps({ of, awards }: Steps, facts: FactWords): Bilingual {
  const label = facts.label(of);
  const list = cases(
    awards.map(({ from, above, award }) => {
      const threshold = money(from ?? above ?? '0');
      const [zh, en] = from === undefined ? ['首次超过', 'first above'] : ['首次达到', 'first at least'];
      return [say(label.zh + zh + threshold.zh, `${label.en} ${en} ${threshold.en}`), money(award)];
    }),
  );
  return say(
    `${list.zh}（按达到的最高一档，扣除此前已补助的部分）`,
    `${list.en} (highest step reached, less earlier awards)`,
  );
}

function describeSchedule({ by, entries }: Schedule, facts: FactWords): Bilingual {
  const label = 'fact' in by ? facts.label(by.fact) : say('享受补助的年度', 'Year of support');
  const list = cases(
    entries.map((pays, index) => [say(`第${index + 1}年`, `year ${index + 1}`), describeAmount(pays, facts)]),
  );
  return say(`按${label.zh}：${list.zh}`, `${label.en}: ${list.en}`);
}

function describePerFull(
  { each, of, pays, atMost }: Extract<Amount, { perFull: unknown }>['perFull'],
  facts: FactWords,
): Bilingual {
  const unit = money(each);
  const sum = money(pays);
  const label = facts.label(of);
  const most = atMost === undefined ? null : money(atMost);
  return say(
    `${label.zh}每满${unit.zh}给予${sum.zh}${most === null ? '' : `，最高${most.zh}`}`,
    `${sum.en} for each full ${unit.en} of ${label.en}${most === null ? '' : `, up to ${most.en}`}`,
  );
}

function describeComposite({ parts }: Composite, facts: FactWords): Bilingual {
  return joined(
    parts.map(({ title, when, pays }) => {
      const sum = describeAmount(pays, facts);
      const condition = when === undefined ? null : describePredicate(when, facts);
      return say(
        `${title.zh}：${sum.zh}${condition === null ? '' : `（${condition.zh}时）`}`,
        `${title.en}: ${sum.en}${condition === null ? '' : ` (if ${condition.en})`}`,
      );
    }),
    '；另加',
    '; plus ',
  );
}
