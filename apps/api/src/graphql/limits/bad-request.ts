import { HttpException } from '@nestjs/common';
import type { Bilingual } from '@duixian/policy';
import type { FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { requestError } from '../errors.js';

/** Bodies of these types a page of any site can send without asking; so it can a request without a type. */
const TYPES_OF_FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
/** Only who may send a request of his own making can set one of these. Apollo demands the same. */
const OF_NO_FORM = ['x-apollo-operation-name', 'apollo-require-preflight'];

/** The code of a body that is JSON and holds a key that would change what an object is. */
export const POISONED_BODY = 'POISONED_BODY';

const BODIES: Readonly<Record<string, { readonly status: number; readonly says: Bilingual }>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    says: {
      zh: '请求正文不是有效的 JSON，请检查引号、逗号和括号后重发。',
      en: 'The body of the request is no valid JSON: look at its quotation marks, commas and brackets, and send it again.',
    },
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    says: {
      zh: '请求正文为空，请发送 JSON 对象，其中 query 为查询文本。',
      en: 'The request has no body: send a JSON object with the text of the query as `query`.',
    },
  },
  [POISONED_BODY]: {
    status: 400,
    says: {
      zh: '请求正文中有名为 __proto__ 或 constructor.prototype 的字段，不予接受；请改用其他名称或去掉它。',
      en: 'The body of the request has a field of the name __proto__ or constructor.prototype, which is not taken: give it another name, or leave it out.',
    },
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    says: {
      zh: '请求正文过大（最多 256 KB），请拆成几次提交。',
      en: 'The body of the request is too large (at most 256 KB): send it in several requests.',
    },
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    says: {
      zh: '不接受这种正文类型，请以 content-type: application/json 发送。',
      en: 'Bodies of this type are not taken: send JSON with `content-type: application/json`.',
    },
  },
};

/** What a client is told of a body that could not be read, and with which status; null of any other error. */
export function bodyRefusal(error: unknown): { readonly status: number; readonly error: GraphQLError } | null {
  // Nest puts an error of its own around Fastify's.
  const failed = error instanceof HttpException ? error.cause : error;
  const code = failed instanceof Error && 'code' in failed ? String(failed.code) : '';
  const refusal = Object.hasOwn(BODIES, code) ? BODIES[code] : undefined;
  return refusal === undefined ? null : { status: refusal.status, error: badRequest(refusal.says) };
}

/**
 * Refuses what is no single request of GraphQL, or may come from a page of any site. Apollo refuses the same, in English
 * alone.
 *
 * @throws GraphQLError `BAD_REQUEST`
 */
export function checkShape(request: FastifyRequest): void {
  const { method, body, query: search } = request;
  checkForgery(request);
  const asked = method === 'GET' ? search : body;
  if (Array.isArray(asked)) throw badRequest(BATCH);
  if (!isObject(asked)) throw badRequest(NO_OBJECT);
  if (asked.query != null && typeof asked.query !== 'string') throw badRequest(NO_TEXT, 'query');
  if (!asked.query && asked.extensions == null) throw badRequest(NO_QUERY, 'query');
  const { operationName } = asked;
  if (operationName != null && typeof operationName !== 'string') throw badRequest(NO_TEXT, 'operationName');
  for (const field of ['variables', 'extensions']) {
    const given = asked[field];
    if (given != null && !isObject(method === 'GET' ? parsed(given) : given)) throw badRequest(OBJECT_NEEDED, field);
  }
}

/** Refuses what a form on a page of any site can send. @throws GraphQLError `BAD_REQUEST` */
export function checkForgery({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const isOfForm = type === undefined || TYPES_OF_FORMS.includes(type);
  if (isOfForm && OF_NO_FORM.every((name) => !headers[name])) throw badRequest(OF_ANY_SITE);
}

const OF_ANY_SITE = {
  zh: '为防跨站请求伪造，此请求未予受理：请以 POST 和 content-type: application/json 发送，或加上请求头 apollo-require-preflight: true。',
  en: 'Any site could make a browser send this request, so it is refused: send it by POST with `content-type: application/json`, or with the header `apollo-require-preflight: true`.',
};
const BATCH = {
  zh: '一次请求只能有一个操作，不能成批发送；请分几次发送。',
  en: 'A request holds one operation, and no list of them: send several requests.',
};
const NO_OBJECT = {
  zh: '请求正文应为 JSON 对象，其中 query 为查询文本。',
  en: 'The body of a request is a JSON object, with the text of the query as `query`.',
};
const NO_QUERY = {
  zh: '请求中没有查询，请在 query 中给出查询文本。',
  en: 'The request holds no query: give its text as `query`.',
};
const NO_TEXT = { zh: '此处应为一段文本，且只写一次。', en: 'A text is needed here, once.' };
const OBJECT_NEEDED = {
  zh: '此处应为 JSON 对象，不能是文本、数组或其他值。',
  en: 'A JSON object is needed here, and no text, list or other value.',
};

function badRequest({ zh, en }: Bilingual, field?: string): GraphQLError {
  return requestError(
    'BAD_REQUEST',
    field === undefined ? { zh, en } : { zh: `${field}：${zh}`, en: `${field}: ${en}` },
    field,
  );
}

/** What a text of an address holds; null where it is no JSON. */
function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
