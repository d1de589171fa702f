import type { Bilingual, RegisterOffice, RegisterRule, RegisterStep } from '@duixian/policy';
import type { Claim } from '../claim/claim.js';
import { ROLE_NAMES } from '../claim/names.js';
import { addYears, type PlainDate } from '../common/plain-date.js';
import { refusal, type Refusal } from '../common/refusal.js';
import type { Clearing, ListedRow } from './exclusion.js';
import { editionOn, NO_EDITIONS, type RegisterBook, type RegisterEdition } from './register-book.js';

/** A row of an edition in force that is about a claim's enterprise, or one in whose place it goes on. */
export interface ExclusionHit {
  readonly rule: RegisterRule;
  readonly edition: RegisterEdition;
  readonly row: ListedRow;
  /** Last day on which it holds; null where it holds as long as it is listed. */
  readonly until: PlainDate | null;
}

/** What the registers of a city say of enterprises. */
export interface ExclusionRecords {
  readonly rules: readonly RegisterRule[];
  /** By register. */
  readonly books: ReadonlyMap<string, RegisterBook>;
  /** Rows of the enterprise and of all before it. */
  readonly rows: readonly ListedRow[];
}

/** Those whose editions are in force on a day, and whose time is not over, whether or not they were cleared. */
export function exclusionHits({ rules, books, rows }: ExclusionRecords, on: PlainDate): readonly ExclusionHit[] {
  return rules.flatMap((rule): ExclusionHit[] => {
    const edition = editionOn(books.get(rule.id) ?? NO_EDITIONS, on);
    if (edition === null) return [];
    return rows
      .filter(({ register, proposal }) => register === rule.id && proposal === edition.id)
      .map((row) => ({ rule, edition, row, until: lastDayOf(row, rule) }))
      .filter(({ until }) => until === null || on <= until);
  });
}

/** What the list itself says, else the years of the register from the day of the decision. */
function lastDayOf({ until, on }: ListedRow, { years }: RegisterRule): PlainDate | null {
  if (until !== null) return until;
  return years === undefined || on === null ? null : addYears(on, years);
}

/** What cleared a hit for a claim: not somebody who took part in it in another capacity. Null while the claim is held. */
export function clearingFor(
  { clearings }: Pick<ListedRow, 'clearings'>,
  { participants }: Pick<Claim, 'participants'>,
): Clearing | null {
  return (
    clearings.find(
      ({ by, capacity }) => !participants.some((each) => each.userId === by.userId && each.capacity !== capacity),
    ) ?? null
  );
}

/** Why a claim is held at a step: whoever stands on a register must not be paid. Null when nothing holds it. */
export function excludedRefusal(
  claim: Pick<Claim, 'participants'>,
  hits: readonly ExclusionHit[],
  step: RegisterStep,
): Refusal | null {
  const held = hits.filter(({ rule, row }) => rule.asked.includes(step) && clearingFor(row, claim) === null);
  const [first] = held;
  if (first === undefined) return null;
  const { zh, en } = hitSentence(first);
  const more = held.length - 1;
  const ways = wayOut(first);
  return refusal(
    'EXCLUDED',
    {
      zh: `${zh}${more === 0 ? '' : `另有${more}条命中。`}${ways.zh}`,
      en: `${en}${more === 0 ? '' : ` ${more} more rows name it.`} ${ways.en}`,
    },
    'uscc',
  );
}

/** Which row of which list it is, and from where. */
function hitSentence({ rule, edition, row, until }: ExclusionHit): Bilingual {
  const source = edition.document ?? edition.url ?? edition.title;
  const { no, publishedOn, authority } = edition;
  return {
    zh: `企业在“${rule.name.zh}”第${no}版第${row.row}行（${row.name}，${row.uscc}：${row.matter}；${authority}，${source}，${publishedOn}）${until === null ? '' : `，至${until}止`}，本件暂停办理。`,
    en: `The enterprise stands on row ${row.row} of edition ${no} of the ${rule.name.en} (${row.name}, ${row.uscc}: ${row.matter}; ${authority}, ${source}, ${publishedOn})${until === null ? '' : `, until ${until}`}: the claim is held.`,
  };
}

function wayOut({ rule, row }: ExclusionHit): Bilingual {
  const { zh, en } = officeName(rule.clearedBy);
  const isCleared = row.clearings.length > 0;
  const own = isCleared
    ? {
        zh: '此前的解除由参与本件其他岗位的人员作出，对本件不算：',
        en: 'It was cleared by somebody who took part in this claim in another office, which does not count here: ',
      }
    : { zh: '', en: '' };
  return {
    zh: `${own.zh}情况已变化的，由${zh}在申报件或企业页“解除”；否则请“不予通过”或通知企业撤回。`,
    en: `${own.en}if that has changed, ${en} clears the row on the page of the claim or the enterprise; otherwise reject the claim, or have it withdrawn.`,
  };
}

/** 市财政局“财政”岗位. */
export function officeName({ role, department }: RegisterOffice): Bilingual {
  const { zh, en } = ROLE_NAMES[role];
  return {
    zh: `${department ?? '市级'}“${zh}”岗位`,
    en: `a ${en} of ${department ?? 'the city'}`,
  };
}
