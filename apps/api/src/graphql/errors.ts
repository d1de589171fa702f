import { GraphQLError } from 'graphql';
import type { Permission } from '../identity/permission.js';

/** Codes of errors that are no refusal of a case: the request itself cannot be served. */
export type RequestErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'QUERY_TOO_LARGE';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** An error of the request: a code, a sentence in both languages, and the field it is about. */
export function requestError(code: RequestErrorCode, says: Sentence, field?: string): GraphQLError {
  return new GraphQLError(says.en, { extensions: { code, says, ...(field === undefined ? {} : { field }) } });
}

export function unauthenticated(): GraphQLError {
  return requestError('UNAUTHENTICATED', {
    zh: '尚未登录或登录已过期，请重新登录。',
    en: 'You are not signed in, or your session has ended: sign in again.',
  });
}

export function forbidden(permission: Permission): GraphQLError {
  return requestError('FORBIDDEN', {
    zh: `您的角色没有此权限（${permission}），如有需要请联系管理员。`,
    en: `Your roles do not include ${permission}: ask an administrator if you need it.`,
  });
}

export function badInput(field: string, says: Sentence): GraphQLError {
  return requestError('BAD_USER_INPUT', says, field);
}
