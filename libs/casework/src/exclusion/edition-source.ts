import type { PlainDate } from '../common/plain-date.js';
import type { FieldProblem } from '../common/refusal.js';
import { parseDay } from '../values/parse-day.js';
import { NAME_LENGTH_MAX, parseLine, parseName } from '../values/parse-text.js';
import { unreadable, type Parsed } from '../values/parsed.js';
import { findEdition, type RegisterBook } from './register-book.js';
import type { EditionSource } from './register-event.js';

const DOCUMENT_LENGTH_MAX = 100;

/** The source in its one way of writing. @throws Error where {@link sourceProblems} finds any. */
export function statedSource(source: EditionSource): EditionSource {
  const value = <Text extends string>(parsed: Parsed<Text>): Text => {
    if (!parsed.ok) throw new Error(parsed.problem.en);
    return parsed.value;
  };
  const { title, authority, document, url } = textsOf(source);
  const [number, address] = [value(document), value(url)];
  return {
    title: value(title),
    authority: value(authority),
    document: number === '' ? null : number,
    url: address === '' ? null : address,
    publishedOn: source.publishedOn,
    validUntil: source.validUntil,
  };
}

/** What is wrong with the source of an edition. One that is older than the edition in force would free whom that one lists. */
export function sourceProblems(source: EditionSource, book: RegisterBook, on: PlainDate): FieldProblem[] {
  const texts = textsOf(source);
  const problems = Object.entries(texts).flatMap(([field, parsed]): FieldProblem[] =>
    parsed.ok ? [] : [{ field, message: parsed.problem }],
  );
  const { document, url } = texts;
  if (document.ok && url.ok && document.value === '' && url.value === '') {
    const message = {
      zh: '请填写来源：文号或网址，至少一项。',
      en: 'State where it comes from: the number of its document or its address, one of the two at least.',
    };
    problems.push({ field: 'document', message });
  }
  return [...problems, ...dayProblems(source, book, on)];
}

function dayProblems({ publishedOn, validUntil }: EditionSource, book: RegisterBook, on: PlainDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const published = parseDay(publishedOn);
  const inForce = book.inForce === null ? null : findEdition(book, book.inForce);
  if (!published.ok) problems.push({ field: 'publishedOn', message: published.problem });
  else if (published.value > on) {
    const message = {
      zh: `发布日期不能晚于今天（${on}）。`,
      en: `It cannot have been published after today (${on}).`,
    };
    problems.push({ field: 'publishedOn', message });
  } else if (inForce !== null && published.value < inForce.publishedOn) {
    const message = {
      zh: `在用的第${inForce.no}版是${inForce.publishedOn}发布的，更早的名单不能替换它；请核对日期。`,
      en: `Edition ${inForce.no}, which is in force, was published on ${inForce.publishedOn}, and an earlier list does not take its place: look at the day again.`,
    };
    problems.push({ field: 'publishedOn', message });
  }
  const until = validUntil === null ? null : parseDay(validUntil);
  if (until !== null && !until.ok) problems.push({ field: 'validUntil', message: until.problem });
  if (until?.ok === true && until.value < on) {
    const message = {
      zh: `有效期止不能早于今天（${on}）：过期的名单不拦任何申报件。`,
      en: `The last day cannot be before today (${on}): such a list would hold nobody.`,
    };
    problems.push({ field: 'validUntil', message });
  }
  return problems;
}

function textsOf({ title, authority, document, url }: EditionSource) {
  return {
    title: stated(parseLine(title, NAME_LENGTH_MAX)),
    authority: stated(parseName(authority)),
    document: parseLine(document ?? '', DOCUMENT_LENGTH_MAX),
    url: address(url ?? ''),
  };
}

function address(text: string): Parsed<string> {
  const line = parseLine(text);
  if (!line.ok || line.value === '' || /^https?:\/\/\S+$/.test(line.value)) return line;
  return unreadable('网址请以http://或https://开头。', 'Write the address with http:// or https:// before it.');
}

function stated<Text extends string>(parsed: Parsed<Text>): Parsed<Text> {
  return parsed.ok && parsed.value === '' ? unreadable('请填写此项。', 'Fill this in.') : parsed;
}
