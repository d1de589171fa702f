import type { Bilingual, PayableClause } from '@duixian/policy';
import { formatYuanGrouped, parseYuan } from '@duixian/money';

/** How rules are written, taken from the clause that holds them. */
export type Amount = PayableClause['amount'];
export type Predicate = NonNullable<PayableClause['conditions']>[number]['require'];

/** A sentence in both languages out of parts that are in both. */
export function say(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** Parts one after another, with what stands between them in each language. */
export function joined(parts: readonly Bilingual[], zh: string, en: string): Bilingual {
  return say(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en));
}

/** `5万元` / `¥50,000.00`: ten thousands where they come out even, as the documents write it. */
export function money(yuan: string): Bilingual {
  const fen = parseYuan(yuan);
  if (fen === null) return say(yuan, yuan);
  const grouped = formatYuanGrouped(fen);
  const isEven = fen !== 0n && fen % TEN_THOUSAND_YUAN === 0n;
  return say(isEven ? `${(fen / TEN_THOUSAND_YUAN).toString()}万元` : `${grouped}元`, `¥${grouped}`);
}

const TEN_THOUSAND_YUAN = 1_000_000n;

/** The words for the facts of one clause: a rule's text uses their labels, not their names. */
export class FactWords {
  private readonly facts: ReadonlyMap<string, NonNullable<PayableClause['facts']>[number]>;

  constructor(clause: PayableClause) {
    this.facts = new Map((clause.facts ?? []).map((fact) => [fact.name, fact]));
  }

  label(name: string): Bilingual {
    return this.facts.get(name)?.label ?? say(name, name);
  }

  /** A value of the fact: the label of a choice, 是 or 否, or the value with its unit. */
  value(name: string, value: string | number | boolean): Bilingual {
    if (value === true || value === 'true') return say('是', 'yes');
    if (value === false || value === 'false') return say('否', 'no');
    const fact = this.facts.get(name);
    if (fact?.type === 'choice') return fact.values[value] ?? say(String(value), String(value));
    if (fact?.type === 'money') return money(String(value));
    if (fact?.type === 'percent') return say(`${value}%`, `${value}%`);
    const unit = fact?.unit;
    return unit === undefined ? say(String(value), String(value)) : say(`${value}${unit.zh}`, `${value} ${unit.en}`);
  }
}
