import type { Bilingual } from '@duixian/policy';
import type { JsonValue } from '../common/json.js';
import { read, unreadable, type Parsed } from './parsed.js';
import { parseLine, parseParagraph } from './parse-text.js';

/** What is wrong within a JSON value: its path below it, such as `serviceFee` or `[0].amount`; empty for the whole. */
export interface JsonProblem {
  readonly path: string;
  readonly problem: Bilingual;
}

export type ParsedJson =
  { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly problems: readonly JsonProblem[] };

const DEPTH_MAX = 4;
const ENTRIES_MAX = 200;
const KEY_LENGTH_MAX = 100;
/** Setting it would not set a property of this name. */
const PROTOTYPE = '__proto__';

/**
 * Reads JSON of unknown shape: every text in it, names of properties too, is one that can be stored and seen, every
 * number is exact, and it nests and lists no more than a form does. Every problem is named at once.
 */
export function parseJson(value: unknown, depth = 0): ParsedJson {
  if (value === null || typeof value === 'boolean') return { ok: true, value };
  if (typeof value === 'string') return leaf(parseParagraph(value));
  if (typeof value === 'number') return leaf(parseNumber(value));
  if (typeof value !== 'object' || depth >= DEPTH_MAX)
    return { ok: false, problems: [{ path: '', problem: TOO_DEEP }] };
  return Array.isArray(value) ? parseArray(value, depth) : parseObject(value, depth);
}

function parseArray(values: readonly unknown[], depth: number): ParsedJson {
  if (values.length > ENTRIES_MAX) return { ok: false, problems: [{ path: '', problem: TOO_MANY }] };
  const parsed = values.map((value) => parseJson(value, depth + 1));
  const problems = parsed.flatMap((each, index) => problemsAt(`[${index}]`, each));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: parsed.flatMap((each) => (each.ok ? [each.value] : [])) };
}

function parseObject(value: object, depth: number): ParsedJson {
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length > ENTRIES_MAX) return { ok: false, problems: [{ path: '', problem: TOO_MANY }] };
  const parsed = entries.map(([key, each]) => ({ key: parseKey(key), each: parseJson(each, depth + 1) }));
  const problems = parsed.flatMap(({ key, each }) =>
    key.ok ? problemsAt(key.value, each) : [{ path: '', problem: key.problem }],
  );
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: Object.fromEntries(parsed.flatMap(({ key, each }) => (key.ok && each.ok ? [[key.value, each.value]] : []))),
  };
}

function parseKey(key: string): Parsed<string> {
  const line = parseLine(key, KEY_LENGTH_MAX);
  if (!line.ok) return line;
  if (line.value !== '' && line.value !== PROTOTYPE) return line;
  return unreadable('属性名称不能使用，请更正或删除。', 'A property cannot have this name: correct it, or remove it.');
}

function parseNumber(value: number): Parsed<number> {
  if (Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return read(value);
  return unreadable(
    '数字过大，无法精确保存；金额请用带引号的元表示。',
    'The number is too large to be kept exactly; write money as yuan in a string.',
  );
}

function leaf(parsed: Parsed<JsonValue>): ParsedJson {
  return parsed.ok ? parsed : { ok: false, problems: [{ path: '', problem: parsed.problem }] };
}

function problemsAt(step: string, parsed: ParsedJson): JsonProblem[] {
  if (parsed.ok) return [];
  return parsed.problems.map(({ path, problem }) => ({ path: join(step, path), problem }));
}

function join(step: string, path: string): string {
  return path === '' || path.startsWith('[') ? step + path : `${step}.${path}`;
}

const TOO_DEEP = {
  zh: `此处内容嵌套不能超过${DEPTH_MAX}层，请简化。`,
  en: `What stands here may nest ${DEPTH_MAX} levels at most: make it simpler.`,
};
const TOO_MANY = {
  zh: `此处最多${ENTRIES_MAX}项，请减少。`,
  en: `At most ${ENTRIES_MAX} entries fit here: leave some out.`,
};
