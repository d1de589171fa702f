import { compareRatios, parseYuan } from '@duixian/money';

import { bandEnd, bandStart, type Edge } from '../compile/tiers.js';
import { moneyConstant } from '../compile/values.js';
import type { Fault, Path } from '../load/problem.js';
import { rightForm } from '../load/right-form.js';
import type { Amount, Band, Part, Steps } from '../schema/amount.js';
import type { Fact, PayableClause } from '../schema/clause.js';
import { partsOf } from '../schema/fact-uses.js';

interface Surroundings {
  readonly facts: ReadonlyMap<string, Fact>;
  /** The parts of the composite around the amount, so far. */
  readonly parts: readonly string[];
  /** Whether the amount is the whole base, so that an `upTo` can act as the item cap. */
  readonly whole: boolean;
}

/** What is wrong within the amount and the limits of a clause. */
export function amountFaults(clause: PayableClause): Fault[] {
  const facts = new Map((clause.facts ?? []).map((fact) => [fact.name, fact]));
  const faults = faultsIn(clause.amount, ['amount'], { facts, parts: [], whole: true });
  if (clause.kind !== 'grant') return faults;
  const { item, total, year, pool } = clause.limits ?? {};
  for (const [name, limit] of Object.entries({ item, total, year, pool })) {
    if (typeof limit !== 'object') continue;
    const values = Object.keys(limit.choose.values);
    faults.push(...chooseFaults(limit.choose.by, values, ['limits', name, 'choose', 'values'], facts));
  }
  return faults;
}

function faultsIn(amount: Amount, path: Path, around: Surroundings): Fault[] {
  const faults = ownFaults(amount, path, around);
  if ('composite' in amount) return [...faults, ...compositeFaults(amount.composite.parts, path, around)];
  const whole = around.whole && ('choose' in amount || 'tiers' in amount || 'schedule' in amount);
  return [
    ...faults,
    ...partsOf(amount, path).flatMap((part) => faultsIn(part.amount, part.path, { ...around, whole })),
  ];
}

function ownFaults(amount: Amount, path: Path, { facts, parts, whole }: Surroundings): Fault[] {
  if ('choose' in amount) {
    const { by, values } = amount.choose;
    return chooseFaults(by, Object.keys(values), [...path, 'choose', 'values'], facts);
  }
  if ('tiers' in amount) return bandFaults(amount.tiers.bands, [...path, 'tiers', 'bands'], facts.get(amount.tiers.of));
  if ('steps' in amount) return stepFaults(amount.steps, [...path, 'steps', 'awards']);
  if ('part' in amount && !parts.includes(amount.part)) return [unknownPart(amount.part, [...path, 'part'])];
  if ('upTo' in amount && !whole) return [misplacedUpTo([...path, 'upTo'])];
  if ('upTo' in amount && typeof amount.upTo === 'string' && parseYuan(amount.upTo) === null) {
    return [notMoney([...path, 'upTo'], amount.upTo)];
  }
  return [];
}

function compositeFaults(parts: readonly Part[], path: Path, around: Surroundings): Fault[] {
  const names = [...around.parts];
  return parts.flatMap((part, index) => {
    const place: Path = [...path, 'composite', 'parts', index];
    const faults = faultsIn(part.pays, [...place, 'pays'], { ...around, parts: [...names], whole: false });
    if (names.includes(part.name)) faults.push(partTwice(part.name, [...place, 'name']));
    names.push(part.name);
    return faults;
  });
}

function chooseFaults(by: string, values: readonly string[], path: Path, facts: ReadonlyMap<string, Fact>): Fault[] {
  const fact = facts.get(by);
  const expected = fact?.type === 'choice' ? Object.keys(fact.values) : ['true', 'false'];
  const lacking = expected.filter((value) => !values.includes(value));
  const foreign = values.filter((value) => !expected.includes(value));
  if (lacking.length === 0 && foreign.length === 0) return [];
  return [
    {
      path,
      message: {
        zh: `choose 须恰好列出 ${by} 的全部取值：${expected.join('、')}`,
        en: `A choose must list exactly the values of ${by}: ${expected.join(', ')}`,
      },
    },
  ];
}

/** Bands ascend, each begins where the one before ends, and the last is open. */
function bandFaults(bands: readonly Band[], path: Path, fact: Fact | undefined): Fault[] {
  const money = fact?.type === 'money';
  const faults: Fault[] = [];
  bands.forEach((band, index) => {
    if (money && [band.from, band.above, band.to, band.below].some((end) => end !== undefined && !isYuan(end))) {
      const wrong = [band.from, band.above, band.to, band.below].find((end) => end !== undefined && !isYuan(end));
      faults.push(notMoney([...path, index], wrong));
    }
  });
  if (faults.length > 0) return faults;
  bands.forEach((band, index) => {
    const end = bandEnd(band, money);
    const next = bands[index + 1];
    if (next === undefined) {
      if (end !== null) faults.push({ path: [...path, index], message: LAST_OPEN });
      return;
    }
    const start = bandStart(next, money);
    const compared = end === null ? 1 : compareRatios(end.at, start.at);
    const overlaps = compared > 0 || (compared === 0 && end?.included === true && start.included);
    const hole = compared < 0 || (compared === 0 && end?.included === false && !start.included);
    if (overlaps) faults.push({ path: [...path, index + 1], message: OVERLAP });
    else if (hole) faults.push({ path: [...path, index + 1], message: HOLE });
    if (end !== null && isEmpty(bandStart(band, money), end, money)) {
      faults.push({ path: [...path, index], message: EMPTY });
    }
  });
  return faults;
}

/** A band may be one number where something is counted, but no band of money is one fen. */
function isEmpty(start: Edge, end: Edge, money: boolean): boolean {
  const compared = compareRatios(end.at, start.at);
  return compared < 0 || (compared === 0 && (money || !start.included || !end.included));
}

function isYuan(end: string | number): boolean {
  return typeof end === 'string' && parseYuan(end) !== null;
}

function stepFaults({ awards }: Steps, path: Path): Fault[] {
  const thresholds = awards.map(({ from, above }) => moneyConstant(from ?? above ?? '0'));
  return thresholds.flatMap((threshold, index) => {
    const before = thresholds[index - 1];
    return before === undefined || before < threshold ? [] : [{ path: [...path, index], message: NOT_ASCENDING }];
  });
}

function unknownPart(name: string, path: Path): Fault {
  return {
    path,
    message: {
      zh: `没有名为 ${name} 的前面部分：part 只能引用同一 composite 中在前的部分`,
      en: `There is no earlier part ${name}: a part can only refer to one before it in its composite`,
    },
  };
}

function partTwice(name: string, path: Path): Fault {
  return { path, message: { zh: `部分 ${name} 重名`, en: `The part ${name} is named twice: choose another name` } };
}

function misplacedUpTo(path: Path): Fault {
  return {
    path,
    message: {
      zh: 'upTo 只能作为整个金额，或 choose、tiers、schedule 中的一支：其限额即单项限额',
      en: 'An upTo stands for the whole amount, or a branch of choose, tiers or schedule: its limit is the item cap',
    },
  };
}

function notMoney(path: Path, written: unknown): Fault {
  const example = rightForm(written, 'money') ?? "'50000.00'";
  return {
    path,
    message: { zh: `金额写成带引号的元：请写 ${example}`, en: `Write money as quoted yuan: ${example}` },
  };
}

const OVERLAP: Fault['message'] = {
  zh: '分段重叠：上一段含（to）与本段含（from）不能在同一数上，且须按升序排列',
  en: 'The bands overlap: let one end with below, or the next start with above, and keep them in ascending order',
};

const EMPTY: Fault['message'] = {
  zh: '这一段之内没有数：终点须大于起点',
  en: 'The band holds no number: its end must lie above its start',
};

const HOLE: Fault['message'] = {
  zh: '分段之间有空缺：本段须从上一段结束处开始',
  en: 'There is a hole between the bands: let this one start where the one before ends',
};

const LAST_OPEN: Fault['message'] = {
  zh: '最后一段不写上限；不再补助的部分请写成条件',
  en: 'The last band has no end; where nothing is paid beyond a number, make it a condition',
};

const NOT_ASCENDING: Fault['message'] = {
  zh: '各档须按门槛升序排列',
  en: 'The steps must ascend: put them in the order of their thresholds',
};
