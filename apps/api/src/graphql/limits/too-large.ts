import type { Bilingual } from '@duixian/policy';
import type { GraphQLError } from 'graphql';
import { requestError } from '../errors.js';

/** What there can be too much of in a query. */
export type Excess =
  | 'definitions'
  | 'rootFields'
  | 'repetitions'
  | 'aliases'
  | 'depth'
  | 'introspection'
  | 'introspectionDepth'
  | 'directives'
  | 'selected'
  | 'fields'
  | 'statements'
  | 'tokens'
  | 'length'
  | 'names'
  | 'variableValues'
  | 'variableDepth'
  | 'marks';

const SENTENCES: Readonly<Record<Excess, (max: number) => Bilingual>> = {
  definitions: (max) => ({
    zh: `一个查询文档最多包含 ${max} 个操作和片段，请拆分。`,
    en: `A document may hold ${max} operations and fragments: split it.`,
  }),
  rootFields: (max) => ({
    zh: `一次请求最多查询 ${max} 个顶层字段，请分几次查询。`,
    en: `A request may ask for ${max} fields of the root: ask in several requests.`,
  }),
  repetitions: () => ({
    zh: '同一字段在查询中重复过多，请只写一次。',
    en: 'The query repeats the same fields too often: write each once.',
  }),
  aliases: (max) => ({
    zh: `同一字段最多以不同别名查询 ${max} 次，请改用列表和筛选条件，或分几次查询。`,
    en: `The same field may be asked for ${max} times under names of its own: use a list with a filter, or several requests.`,
  }),
  depth: (max) => ({
    zh: `查询最多嵌套 ${max} 层，请分几次查询。`,
    en: `A query may nest ${max} levels: ask in several queries.`,
  }),
  introspection: (max) => ({
    zh: `架构自省请使用常规查询：类型的列表不能互相嵌套，不能使用别名，字段不超过 ${max} 个。`,
    en: `Ask for the schema as tools do: no list of a type within another, no aliases, at most ${max} fields.`,
  }),
  introspectionDepth: (max) => ({
    zh: `架构自省最多嵌套 ${max} 层。`,
    en: `A question about the schema may nest ${max} levels.`,
  }),
  directives: (max) => ({
    zh: `一次查询最多使用 ${max} 个指令。`,
    en: `A query may hold ${max} directives.`,
  }),
  selected: (max) => ({
    zh: `查询展开片段后最多选取 ${max} 个字段，请减少字段或分几次查询。`,
    en: `A query may select ${max} fields, fragments put in place: select fewer, or ask in several queries.`,
  }),
  fields: (max) => ({
    zh: `查询的答复估计超过 ${max} 个字段，请减少字段或每页条数。`,
    en: `The answer may hold more than ${max} fields by estimate: ask for fewer fields or smaller pages.`,
  }),
  statements: (max) => ({
    zh: `该请求估计需要超过 ${max} 次数据库查询，请分几次查询。`,
    en: `The request may need more than ${max} statements of the database: ask in several requests.`,
  }),
  tokens: (max) => ({
    zh: `查询文本过长（最多 ${max} 个词元），请拆分。`,
    en: `The text of the query is too long (at most ${max} tokens): split it.`,
  }),
  length: (max) => ({
    zh: `查询文本最多 ${max} 个字符，请拆分，或用变量传值。`,
    en: `The text of a query may have ${max} characters: split it, or send values as variables.`,
  }),
  names: (max) => ({
    zh: `查询中的名称最多 ${max} 个字符，请缩短。`,
    en: `A name in a query may have ${max} characters: shorten it.`,
  }),
  variableValues: (max) => ({
    zh: `一次请求的变量最多包含 ${max} 个值，请分几次提交。`,
    en: `The variables of a request may hold ${max} values: send several requests.`,
  }),
  variableDepth: (max) => ({
    zh: `变量最多嵌套 ${max} 层。`,
    en: `Variables may nest ${max} levels.`,
  }),
  marks: (max) => ({
    zh: `一个字符上最多叠加 ${max} 个附加符号，请核对文字。`,
    en: `A character may carry ${max} combining marks: look at the text.`,
  }),
};

/** The refusal of a query of which one thing is more than `max`. */
export function tooLarge(what: Excess, max: number): GraphQLError {
  return requestError('QUERY_TOO_LARGE', SENTENCES[what](max));
}
